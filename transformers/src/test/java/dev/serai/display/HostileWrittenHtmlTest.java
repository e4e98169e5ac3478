package dev.serai.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Written so that the program that looks at it reads something else than the one that shows it. */
class HostileWrittenHtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // what is a section of text for one parser and a comment up to the first bracket for another
                "<p>a</p><![CDATA[><script>x</script><img src=x onerror=x()>]]>|<p>a</p>|<![CDATA[",
                "<p onclick=x()>a</p><![CDATA[><img src=x onerror=x()>]]>|<p>a</p>|<![CDATA[, onclick",
                "a<![cdata[><img src=x onerror=x()>]]>|a<!--[cdata[--><img src=\"x\">]]&gt;|onerror",
                // before the first element, where the comment is the document's
                "<!--[if mso]><script>x</script><![endif]--><p>Hi</p>|<p>Hi</p>|<!--[if]-->",
                "<!--[if mso]><meta http-equiv=refresh content=\"0;url=http://e.example/\"><![endif]-->a|a|<!--[if]-->",
                "<html><body>a</body></html><!--[if IE]><img src=x onerror=x()><![endif]-->|<html><head></head><body>a</body></html>|<!--[if]-->",
                "a<!-- <img src=x onerror=x()> -->|a|<!-- -->",
                "a<!--[if mso]><td onclick=x()><![endif]-->b|ab|<!--[if]-->",
                "a<!--[if IE]><p title=\"-->b<!--\"><![endif]-->|ab<!--\"><![endif]-->|<!--[if]-->",
                "a<!--[if IE]><style><p a=\"</style><script>x</script>\"><![endif]-->|a|<!--[if]-->",
                "a<!--[if IE]><span datasrc=#i datafld=c></span><![endif]-->|a|<!--[if]-->",
                "a<!--[if IE]><br id=seraiend><p title=\"--> onclick=x() |a onclick=x()|<!--[if]-->",
                // what closes it stands behind it in the mail
                "a<img src=x onerror=x() |a|what is not closed at the end",
                "a<!-- b|a<!-- b-->|what is not closed at the end",
                // a reader of old
                "a<?import namespace=\"t\" implementation=\"#default#time2\"?>b|ab|<?",
                "a<?x a=\">\"?><script>x</script>b|a\"?&gt;b|<script>",
                "a<t:set attributeName=innerHTML to=x></t:set>|a|<t:set>",
                "a<v:script>x</v:script>|ax|<v:script>",
                "a<v:shape onmouseover=x()>b</v:shape>|a<v:shape>b</v:shape>|onmouseover",
                "a<v:imagedata src=\"javascript:x()\"></v:imagedata>|a<v:imagedata></v:imagedata>|src of <v:imagedata>",
                "<p o:onclick=x()>a</p>|<p>a</p>|o:onclick",
                // names and passwords for who has a share
                "<img src=\"\\\\e.example\\a.png\">|<img>|src of <img>",
                "<img src=\"/\\e.example\\a.png\">|<img>|src of <img>",
                // what stands in it is text for one and tags for another
                "<title>a<img src=x onerror=x()></title>b|b|<title>",
                "a<noscript><p title=\"</noscript><img src=x onerror=x()>\"></noscript>|a|<noscript>",
                "a<template><img src=x onerror=x()></template>|a|<template>",
                "a<textarea><p title=\"</textarea><img src=x onerror=x()>\">|a<img src=\"x\">\"&gt;|<textarea>, onerror",
                "a<xmp><p title=\"</xmp><img src=x onerror=x()>\">|a<img src=\"x\">\"&gt;|<xmp>, onerror",
                "a<noembed><p title=\"</noembed><img src=x onerror=x()>\">|a<img src=\"x\">\"&gt;|<noembed>, onerror",
                "a<plaintext><script>x</script>|a|<plaintext>",
                "a<math><mtext><table><mglyph><style><img src=x onerror=x()></style></math>|a|<math>",
                "a<svg><style><img src=x onerror=x()></style></svg>|a|<svg>",
                "a<svg></p><style><b title=\"</style><img src=x onerror=x()>\">|a|<svg>",
                // nothing where it stands, but something in a table around it
                "<td onclick=x()>a</td>|a|onclick",
                "<p>a</p><frameset onload=x()>|<p>a</p>|<frameset>",
                "<!DOCTYPE html PUBLIC \"><script>x</script>\">a|<!doctype html PUBLIC><html><head></head><body>\"&gt;a</body></html>|<script>"
            })
    void itShouldLeaveWithoutWhatItHid(String written, String left, String removed) {
        WrittenHtml html = WrittenHtml.of(written);

        assertThat(html.html()).isEqualTo(left);
        assertThat(html.removed()).contains(removed.split(", "));
        assertThat(WrittenHtml.of(html.html())).isEqualTo(new WrittenHtml(left, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width:\\65xpression(x())",
                "width:\\000065 xpression(x())",
                "width:e\\xpression(x())",
                "width:expr/**/ession(x())",
                "content:'/*';width:expression(x());a:'*/'",
                "background:url(java\\script:x())",
                "background:url(vbscript:x)",
                "behavior:url(http://e.example/x.htc)",
                "color:red;behaviour : url(#x)",
                "-moz-binding:url(http://e.example/x.xml#x)"
            })
    void aStyleThatRunsOrLoadsShouldBeLeftOut(String style) {
        assertThat(WrittenHtml.of("<p style=\"" + style + "\">a</p>"))
                .isEqualTo(new WrittenHtml("<p>a</p>", List.of("style")));
        assertThat(WrittenHtml.of("<style><!-- p{" + style + "} --></style><p>a</p>"))
                .isEqualTo(new WrittenHtml("<p>a</p>", List.of("<style>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>@import 'http://e.example/x.css';</style>",
                "<style>@\\69mport 'http://e.example/x.css';</style>",
                "<style><p a='</style>",
                "<style><!-- p{} </style>",
                "<style>p{}</script>--><!-- </style>"
            })
    void aStylesheetThatRunsOrLoadsShouldBeLeftOut(String style) {
        assertThat(WrittenHtml.of(style + "a").html()).isEqualTo("a");
    }

    @Test
    @Timeout(120)
    void commentsInCommentsShouldEnd() {
        assertThat(WrittenHtml.of("a" + "<!--".repeat(200_000) + "-->").html()).isEqualTo("a");
        assertThat(WrittenHtml.of("<!--[if a]>" + "<![".repeat(200_000) + "<script>")
                        .removed())
                .containsExactly("<!--[if]-->");
    }

    @Test
    @Timeout(120)
    void aMillionCharactersOfOpenTagsShouldBeLookedAt() {
        assertThat(WrittenHtml.of("<b>".repeat(300_000) + "a").warnings()).isEmpty();
        assertThat(WrittenHtml.of("<x>".repeat(300_000) + "a").html()).isEqualTo("a");
    }
}
