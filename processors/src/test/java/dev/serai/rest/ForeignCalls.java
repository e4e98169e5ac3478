package dev.serai.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** For every verb the ways to reach for what somebody else has. A thing of theirs stands in angle brackets. */
final class ForeignCalls {
    /** Verbs of the hub as a whole, which no tenant's caller may call. */
    static final Set<String> OF_THE_HUB = Set.of(
            "api-routes-list",
            "api-routes-start",
            "api-routes-stop",
            "api-replies-get",
            "api-replies-pause",
            "api-replies-resume",
            "api-config-generations",
            "api-config-generation",
            "api-config-apply",
            "api-config-activate");

    /** What visitors of web sites may do without a key; who shows one is a visitor too: WebformTenantTest. */
    static final Set<String> OF_ANYBODY = Set.of("api-webforms-post", "api-webforms-token");

    private final List<ForeignCall> all = new ArrayList<>();

    private ForeignCalls() {}

    /**
     * All of them.
     *
     * @param own something of the caller's own, by name
     */
    static List<ForeignCall> of(UnaryOperator<String> own) {
        ForeignCalls attempts = new ForeignCalls();
        attempts.reading();
        attempts.lists();
        attempts.changing();
        attempts.leased();
        attempts.submitting(own);
        attempts.otherForms(own);
        attempts.withOwn(own);
        attempts.operating();
        attempts.keys(own);
        attempts.ofTheHub();
        return attempts.all;
    }

    private void get(String verb, String... paths) {
        for (String path : paths) {
            all.add(ForeignCall.get(verb, path));
        }
    }

    private void post(String verb, String path, String json) {
        all.add(ForeignCall.post(verb, path, json));
    }

    private void reading() {
        get("api-interactions-get", "/interactions/<queued>", "/interactions/<stopped>", "/interactions/<shared>");
        get("api-interactions-timeline", "/interactions/<held>/timeline");
        get("api-interactions-raw", "/interactions/<mail>/raw", "/interactions/<mail>/raw?form=original");
        get("api-interactions-attachment", "/interactions/<mail>/attachments/1");
        get("api-interactions-html", "/interactions/<mail>/html");
        get("api-dispatches-get", "/dispatches/<outbound>");
        get("api-quarantine-raw", "/quarantine/<quarantined>/raw", "/quarantine/<mail>/raw");
        get("api-contacts-get", "/contacts/<contact>");
        get(
                "api-responses-preview",
                "/responses/<response>/preview",
                "/responses/ack-billing/preview?interaction=<mail>");
        get(
                "api-queues-interactions",
                "/queues/<queue>/interactions",
                "/queues/<queue>/interactions?view=urgent&fields=text",
                "/queues/general/interactions?fields=text");
    }

    private void lists() {
        get(
                "api-interactions-find",
                "/interactions?limit=500&fields=text",
                "/interactions?externalId=<externalId>",
                "/interactions?messageId=<messageId>",
                "/interactions?address=<address>",
                "/interactions?queue=<queue>",
                "/interactions?q=<subject>",
                "/interactions?thread=<queued>",
                "/interactions?contact=<contact>",
                "/interactions?state=quarantined",
                "/interactions?state=stopped");
        get("api-contacts-find", "/contacts?address=<address>");
        get("api-queues-list", "/queues");
        get("api-capture-points-list", "/capture-points");
        get("api-capture-points-seen", "/capture-points/seen?messageId=<messageId>");
        get(
                "api-dispatches-list",
                "/dispatches",
                "/dispatches?state=deferred",
                "/dispatches?account=<account>",
                "/dispatches?cursor=<outbound>");
        get("api-accounts-list", "/accounts");
        get("api-quarantine-list", "/quarantine");
        get("api-responses-list", "/responses");
        get("api-events-list", "/events?limit=1000", "/events?interaction=<held>");
        get("api-status-get", "/status");
        get("api-tenants-list", "/tenants");
        get("api-keys-list", "/keys");
    }

    private void changing() {
        all.add(new ForeignCall(
                "api-interactions-change", "PATCH", "application/json", "/interactions/<queued>", "{\"priority\":99}"));
        for (String thing : List.of("queued", "assigned", "held", "quarantined", "stopped", "shared")) {
            for (String verb : List.of("stop", "hold", "resume")) {
                post("api-interactions-" + verb, "/interactions/<" + thing + ">/" + verb, "{}");
            }
            post("api-interactions-move", "/interactions/<" + thing + ">/move", "{'queue':'general'}");
        }
        post("api-contacts-add-address", "/contacts/<contact>/addresses", "{'address':'mine@example.org'}");
        post("api-contacts-merge", "/contacts/<contact>/merge", "{'contact':'<contact>'}");
        post("api-contacts-clear-address", "/contacts/<contact>/addresses/clear", "{'address':'<address>'}");
        post("api-dispatches-retry-many", "/dispatches/retry", "{'state':'failed'}");
        post("api-dispatches-cancel-many", "/dispatches/cancel", "{'state':'failed'}");
        post("api-quarantine-retry", "/quarantine/<quarantined>/retry", "{}");
        post("api-quarantine-route", "/quarantine/<quarantined>/route", "{'queue':'general'}");
        post("api-dispatches-retry", "/dispatches/<outbound>/retry", "{}");
        post("api-dispatches-cancel", "/dispatches/<outbound>/cancel", "{}");
    }

    private void leased() {
        String token = "'token':'<token>'";
        for (String verb : List.of("renew", "complete", "return")) {
            post("api-interactions-" + verb, "/interactions/<assigned>/" + verb, "{" + token + "}");
        }
        post("api-interactions-reply", "/interactions/<assigned>/reply", "{'text':'x'," + token + "}");
        post("api-interactions-forward", "/interactions/<assigned>/forward", "{'to':'a@example.org'," + token + "}");
        post("api-interactions-redirect", "/interactions/<assigned>/redirect", "{'to':'a@example.org'," + token + "}");
        String mail = "{'to':'a@example.org','subject':'x',";
        post("api-mails-write", "/mails", mail + "'response':'<response>'}");
        post(
                "api-mails-write",
                "/mails",
                mail + "'text':'x','attachments':[{'href':'/api/v1/interactions/<mail>/attachments/1'}]}");
        post("api-interactions-approve", "/interactions/<assigned>/approve", "{" + token + "}");
        post("api-interactions-edit", "/interactions/<assigned>/edit", "{'text':'x'," + token + "}");
        post("api-interactions-edit", "/interactions/<outbound>/edit", "{'text':'x'," + token + "}");
        post("api-interactions-reject", "/interactions/<assigned>/reject", "{'reason':'x'," + token + "}");
        post("api-interactions-resubmit", "/interactions/<assigned>/resubmit", "{" + token + "}");
        post("api-queues-pull", "/queues/<queue>/pull", "{'max':10}");
        post("api-queues-pull", "/queues/general/pull", "{'max':10,'lease':'1s'}");
    }

    private void submitting(UnaryOperator<String> own) {
        post("api-interactions-submit", "/interactions", "{'parentId':'<queued>','queue':'general'}");
        post("api-interactions-submit", "/interactions", "{'queue':'<queue>'}");
        post("api-interactions-submit", "/interactions", "{'queue':'unrouted','from':'any@example.org'}");
        String point = "/capture-points/" + own.apply("point") + "/operations";
        post("api-capture-points-operate", "/capture-points/<point>/operations", "[{'operation':'ping'}]");
        post("api-capture-points-operate", point, "[{'operation':'getinfo','id':'<queued>'}]");
        post("api-capture-points-operate", point, "[{'operation':'stop','id':'<held>'}]");
        post("api-capture-points-operate", point, "[{'operation':'getinfo','externalId':'<externalId>'}]");
        post("api-capture-points-operate", point, "[{'operation':'submit','properties':{'queue':'<queue>'}}]");
        all.add(new ForeignCall(
                "api-try-run", "POST", "message/rfc822", "/try?point=<point>", "To: <address>\r\n\r\nHello\r\n"));
    }

    /** What is said in JSON above, said otherwise. */
    private void otherForms(UnaryOperator<String> own) {
        String submit = "api-interactions-submit";
        String field =
                "--b\r\nContent-Disposition: form-data; name=\"interaction\"\r\nContent-Type: application/json\r\n\r\n";
        all.add(new ForeignCall(
                submit,
                "POST",
                "multipart/form-data; boundary=b",
                "/interactions",
                field + "{\"parentId\":\"<queued>\",\"queue\":\"<queue>\"}\r\n--b--\r\n"));
        all.add(new ForeignCall(
                submit,
                "POST",
                "message/rfc822",
                "/interactions?queue=<queue>",
                "From: <address>\r\nIn-Reply-To: <messageId>\r\n\r\nHello\r\n"));
        all.add(new ForeignCall(
                "api-capture-points-operate",
                "POST",
                "application/xml",
                "/capture-points/" + own.apply("point") + "/operations",
                "<a><i operation='submit'><properties><TenantId><tenant></TenantId></properties></i></a>"));
        all.add(new ForeignCall("api-interactions-raw", "HEAD", "application/json", "/interactions/<mail>/raw", ""));
        all.add(new ForeignCall(
                "api-interactions-attachment", "HEAD", "application/json", "/interactions/<mail>/attachments/1", ""));
        post("api-queues-pull", "/queues/<queue>/pull", "{'max':10,'wait':1}");
    }

    /** The caller's own thing is to take something of the other's. */
    private void withOwn(UnaryOperator<String> own) {
        String mine = "/interactions/" + own.apply("assigned");
        String token = "'token':'" + own.apply("token") + "'";
        post("api-interactions-move", "/interactions/" + own.apply("queued") + "/move", "{'queue':'<queue>'}");
        post("api-interactions-reply", mine + "/reply", "{'response':'<response>'," + token + "}");
        post("api-interactions-reply", mine + "/reply", "{'from':'<queued>'," + token + "}");
        post(
                "api-interactions-reply",
                mine + "/reply",
                "{'text':'x','attachments':[{'href':'/api/v1/interactions/<mail>/attachments/1'}]," + token + "}");
        post("api-interactions-complete", mine + "/complete", "{'token':'<token>'}");
        post("api-contacts-merge", "/contacts/" + own.apply("contact") + "/merge", "{'contact':'<contact>'}");
        post("api-contacts-add-address", "/contacts/" + own.apply("contact") + "/addresses", "{'address':'<address>'}");
        post("api-quarantine-route", "/quarantine/" + own.apply("quarantined") + "/route", "{'queue':'<queue>'}");
    }

    private void operating() {
        for (String verb : List.of("pause", "resume", "poll")) {
            post("api-capture-points-" + verb, "/capture-points/<point>/" + verb, "{}");
        }
        for (String verb : List.of("pause", "resume")) {
            post("api-queues-" + verb, "/queues/<queue>/" + verb, "{}");
            post("api-queues-" + verb, "/queues/general/" + verb, "{}");
            post("api-accounts-" + verb, "/accounts/<account>/" + verb, "{}");
            post("api-accounts-" + verb, "/accounts/default/" + verb, "{}");
        }
    }

    private void keys(UnaryOperator<String> own) {
        for (String verb : List.of("rotate", "revoke")) {
            post("api-keys-" + verb, "/keys/<key>/" + verb, "{}");
            post("api-keys-" + verb, "/keys/admin/" + verb, "{}");
        }
        post("api-keys-add", "/keys", "{'name':'thief','roles':['admin'],'tenant':'<tenant>'}");
        post("api-keys-add", "/keys", "{'name':'thief','roles':['submit'],'points':['<point>']}");
    }

    private void ofTheHub() {
        get("api-routes-list", "/routes");
        get("api-replies-get", "/replies");
        get("api-config-generations", "/config/generations");
        get("api-config-generation", "/config/generations/00000000");
        post("api-routes-start", "/routes/capture-rest-<point>/start", "{}");
        post("api-capture-points-drop-answers", "/capture-points/<point>/drop-answers", "{}");
        post("api-routes-stop", "/routes/capture-rest-<point>/stop", "{}");
        post("api-replies-pause", "/replies/pause", "{}");
        post("api-replies-resume", "/replies/resume", "{}");
        post("api-config-apply", "/config/apply", "{}");
        post("api-config-activate", "/config/generations/00000000/activate", "{}");
    }
}
