package dev.serai.conversation;

import dev.serai.conversation.MailHouse.Mail;

/** Reports as Postfix 3.7 writes them (RFC 3464), about a mail of ours. */
final class Postfix {
    private Postfix() {}

    static Mail failure(String messageId, String recipient, String status, String words) {
        return report(messageId, "Undelivered Mail Returned to Sender", group(recipient, "failed", status, words));
    }

    static String group(String recipient, String action, String status, String words) {
        return """
                Final-Recipient: rfc822; %1$s
                Original-Recipient: rfc822;%1$s
                Action: %2$s
                Status: %3$s
                Remote-MTA: dns; mx.customer.example
                Diagnostic-Code: smtp; %4$s
                """.formatted(recipient, action, status, words);
    }

    /** One with a group of fields for each recipient. */
    static Mail report(String messageId, String subject, String... groups) {
        return new Mail(
                """
                From: MAILER-DAEMON@relay.example (Mail Delivery System)
                Return-Path: <>
                Subject: %s
                To: support@example.com
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="B7E2/relay.example"

                This is a MIME-encapsulated message.

                --B7E2/relay.example
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host relay.example.

                --B7E2/relay.example
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relay.example
                X-Postfix-Queue-ID: B7E2
                X-Postfix-Sender: rfc822; support@example.com
                Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0000 (UTC)

                %s
                --B7E2/relay.example
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers

                Return-Path: <support@example.com>
                Message-ID: %s
                Subject: Re: Lamp

                --B7E2/relay.example--
                """.formatted(subject, String.join("\n", groups), messageId).replace("\n", "\r\n"));
    }
}
