package dev.serai.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the programs write in which people write mail. */
class OrdinaryWrittenHtmlTest {
    private static final String OUTLOOK = """
            <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
            xmlns:m="http://schemas.microsoft.com/office/2004/12/omml" xmlns="http://www.w3.org/TR/REC-html40">
            <head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
            <meta name=Generator content="Microsoft Word 15 (filtered medium)">
            <!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}
            o\\:* {behavior:url(#default#VML);}
            .shape {behavior:url(#default#VML);}
            </style><![endif]-->
            <style><!--
            /* Font Definitions */
            @font-face
            \t{font-family:Wingdings;
            \tpanose-1:5 0 0 0 0 0 0 0 0 0;}
            p.MsoNormal, li.MsoNormal
            \t{margin:0cm; mso-style-link:"Text \\201E"; mso-ligatures:standardcontextual;}
            @page WordSection1
            \t{size:612.0pt 792.0pt;}
            @list l0:level1
            \t{mso-level-text:\\F0B7; mso-number-format:"\\@";}
            --></style>
            <!--[if gte mso 9]><xml>
            <o:shapedefaults v:ext="edit" spidmax="1026" />
            </xml><![endif]--><!--[if gte mso 9]><xml>
            <o:shapelayout v:ext="edit">
            <o:idmap v:ext="edit" data="1" />
            </o:shapelayout></xml><![endif]-->
            </head>
            <body lang=DE link="#0563C1" vlink="#954F72" style='word-wrap:break-word'><div class=WordSection1>
            <p class=MsoNormal><span style='mso-fareast-language:EN-US'>Dear Jo,<o:p></o:p></span></p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>a</p>
            <p class=MsoNormal><!--[if gte vml 1]><v:shape id="P_1" o:spid="_x0000_i1025" type="#_x0000_t75" alt="a: b" \
            style='width:75pt;height:30pt'><v:imagedata src="cid:image001.png@01DA" o:title="logo"/></v:shape><![endif]-->\
            <![if !vml]><img width=100 height=40 style='width:75pt' src="cid:image001.png@01DA" v:shapes="P_1"><![endif]><o:p>&nbsp;</o:p></p>
            </div></body></html>
            """;
    private static final String OUTLOOK_ON_THE_WEB = """
            <html><head>
            <meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
            <style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style>
            </head>
            <body dir="ltr">
            <div class="elementToProof" style="font-family: Aptos, Calibri, sans-serif; color: rgb(0, 0, 0);">Hi</div>
            <hr tabindex="-1" style="display:inline-block; width:98%">
            <div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" color="#000000" style="font-size:11pt"><b>From:</b> Jo
            <a href="https://example.com/" class="OWAAutoLink" id="LPlnk1" data-auth="NotApplicable">x</a></font></div></body></html>
            """;
    private static final String GMAIL = """
            <div dir="ltr">Thanks!<div><br clear="all"><div><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">\
            <div dir="ltr"><font color="#888888">Jo</font></div></div></div></div></div><br><div class="gmail_quote gmail_quote_container">\
            <div dir="ltr" class="gmail_attr">On Mon, Jo &lt;<a href="mailto:jo@example.org" target="_blank">jo@example.org</a>&gt; wrote:<br></div>\
            <blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">\
            <u></u><img src="cid:ii_1" alt="a.png" width="10" height="10" style="scroll-behavior:smooth"><br></blockquote></div>
            """;
    private static final String APPLE = """
            <html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>\
            <body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">Hi&nbsp;\
            <br id="lineBreakAtBeginningOfMessage"><div><meta charset="UTF-8"><span style="caret-color: rgb(0, 0, 0); display: inline !important;">Jo</span>\
            <span class="Apple-tab-span" style="white-space:pre">	</span><img apple-inline="yes" id="A-1" src="cid:A-2" alt="p.jpeg"></div>\
            <div><br><blockquote type="cite"><div>On Monday <a href="tel:+4930123" x-apple-data-detectors="true">wrote</a>:</div>\
            <br class="Apple-interchange-newline"></blockquote></div></body></html>
            """;
    private static final String THUNDERBIRD = """
            <!DOCTYPE html>
            <html>
              <head><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head>
              <body text="#000000" bgcolor="#FFFFFF"><p><br></p>
                <div class="moz-cite-prefix">On 22.11.26, Jo wrote:<br></div>
                <blockquote type="cite" cite="mid:1234@example.org"><pre class="moz-quote-pre" wrap="">Hello</pre></blockquote>
                <img moz-do-not-send="true" src="https://example.com/l.png" alt=""></body>
            </html>
            """;
    private static final String TEMPLATE = """
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>A &amp; B</title>
            <meta name="viewport" content="width=device-width, initial-scale=1.0"/><meta http-equiv="X-UA-Compatible" content="IE=edge"/>
            <!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
            <!--[if mso]><style>td {font-family: Arial, sans-serif !important;}</style><![endif]-->
            <style>html{scroll-behavior:smooth;overscroll-behavior:none} q:before{content:"\\201C"} td > p{color:red}</style></head>
            <body leftmargin="0" marginwidth="0" bgcolor="#ffffff" style="margin:0">
            <!--[if (gte mso 9)|(IE)]><table role="presentation" width="600"><tr><td style="width:600px"><![endif]-->
            <p>a</p><!-- <b>of old</b> --><!-- a < b -->
            <!--[if mso]><v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word" \
            href="https://example.com/" style="height:40px;v-text-anchor:middle" arcsize="10%" stroke="f" fillcolor="#d62828"><w:anchorlock/><center><![endif]-->
            <!--[if !mso]><!--><a href="https://example.com/">b</a><!--<![endif]--><!--[if !mso]><!-- -->c<!-- <![endif]-->
            <!--[if mso]></center></v:roundrect><![endif]--><!--[if mso]></td></tr></table><![endif]-->
            </body></html>
            """;

    static List<String> mails() {
        return List.of(
                OUTLOOK,
                OUTLOOK_ON_THE_WEB,
                GMAIL,
                APPLE,
                THUNDERBIRD,
                TEMPLATE,
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><?xml:namespace prefix = \"o\" ns = \"urn:schemas-microsoft-com:office:office\" /><p>a</p>",
                "<!-- hello --><p style='font-family:\"Segoe UI\"'>2 < 3 &amp; 4 > 3</p>");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void itShouldLeaveAsItWasWritten(String mail) {
        WrittenHtml html = WrittenHtml.of(mail);

        assertThat(html.warnings()).isEmpty();
        assertThat(html.html()).isEqualTo(mail);
    }

    @Test
    void whatOutlookWroteShouldStayAroundWhatIsLeftOut() {
        WrittenHtml html = WrittenHtml.of(OUTLOOK.replace("Dear Jo,", "Dear Jo,<script>x</script>"));

        assertThat(html.removed()).containsExactly("<script>");
        assertThat(html.html())
                .contains("<style><!--", "mso-number-format:\"\\@\"", "link=\"#0563C1\"", "Dear Jo,<o:p></o:p>")
                .contains("<!--[if gte vml 1]><v:shape", "xmlns:o=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<body style=\"font-family:Arial\" bgcolor=\"#eeeeee\"><p%s>a</p></body>",
                "<!DOCTYPE html><p%s>a</p>",
                "<!-- a --><p%s>a</p><!-- b -->",
                "<style>p{color:red}</style><p%s>a</p>"
            })
    void whatStandsAroundItShouldStayWhenAnHandlerIsLeftOut(String written) {
        WrittenHtml html = WrittenHtml.of(written.formatted(" onclick=x()"));

        assertThat(html.removed()).containsExactly("onclick");
        assertThat(html.html().replaceAll("</?(html|head)>|</?body>", ""))
                .isEqualToIgnoringCase(written.formatted("").replace("</body>", ""));
    }
}
