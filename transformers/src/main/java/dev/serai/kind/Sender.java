package dev.serai.kind;

import java.util.Set;

/**
 * How much the header says that a mail system wrote a mail.
 *
 * @param points 0 for nothing; 1 is a hint that many programs give
 * @param certain whether there is a sign that people and other programs never give
 */
record Sender(int points, boolean certain) {
    private static final int CERTAIN = 4;

    private static final Phrases SYSTEMS = Phrases.of("senders");
    private static final Phrases LIKELY = Phrases.of("senders-likely");
    private static final Set<String> DAEMONS = Set.of(
            "mailer-daemon",
            "mailerdaemon",
            "mailer_daemon",
            "mailer.daemon",
            "mail-daemon",
            "maildaemon",
            "mail_daemon",
            "mailer-deamon",
            "mmdf",
            "mdaemon",
            "double-bounce");
    private static final Set<String> POSTMASTERS =
            Set.of("postmaster", "post_master", "post-master", "post.master", "mailmaster", "postmast");
    private static final Set<String> MACHINES = Set.of(
            "system",
            "sysadmin",
            "admin",
            "administrator",
            "daemon",
            "root",
            "smtp",
            "smtpd",
            "mta",
            "mailserver",
            "mail-server",
            "mailgateway",
            "gateway",
            "bounce",
            "bounces",
            "delivery",
            "notification",
            "notifications",
            "antispam",
            "spamfilter",
            "mailgw",
            "noreply",
            "no-reply",
            "no_reply",
            "donotreply",
            "uucp",
            "listserv",
            "majordomo",
            "mailmanager",
            "mailadmin",
            "mail-admin",
            "postoffice",
            "mailer",
            "maildelivery",
            "mail",
            "email-gateway",
            "service",
            "server",
            "complaints",
            "abuse",
            "feedback",
            "autoreply");

    static Sender of(Clues clues) {
        HeaderIndex headers = clues.headers;
        int name = name(clues);
        int traces = traces(headers);
        int points = name + traces;
        points += headers.hasNullReturnPath() ? 2 : 0;
        String submitted = headers.word("auto-submitted");
        points += submitted.isEmpty() || submitted.equals("no") ? 0 : 1;
        points += clues.isReport() ? 3 : 0;
        return new Sender(points, name >= CERTAIN || traces >= CERTAIN || clues.isReport());
    }

    private static int name(Clues clues) {
        if (DAEMONS.contains(clues.local)
                || clues.local.startsWith("mailer-daemon")
                || clues.local.startsWith("microsoftexchange")
                || SYSTEMS.in(clues.from)) {
            return CERTAIN;
        }
        if (POSTMASTERS.contains(clues.local) || clues.local.startsWith("postmaster+")) {
            return 2;
        }
        boolean list = clues.local.startsWith("owner-")
                || clues.local.endsWith("-owner")
                || clues.local.endsWith("-bounces")
                || clues.local.endsWith("-request")
                || clues.local.endsWith("-admin");
        return LIKELY.in(clues.from) ? 2 : list || MACHINES.contains(clues.local) || clues.local.isEmpty() ? 1 : 0;
    }

    private static int traces(HeaderIndex headers) {
        int points = headers.has("x-failed-recipients") || headers.has("x-ms-exchange-message-is-ndr") ? 5 : 0;
        points += headers.has("x-mddsn-message") || headers.has("x-ms-embedded-report") ? 3 : 0;
        boolean qmail = headers.lower("received").contains("invoked for bounce");
        return points + (qmail ? CERTAIN : 0);
    }
}
