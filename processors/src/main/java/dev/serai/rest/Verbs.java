package dev.serai.rest;

import dev.serai.capture.webform.FormTokens;
import dev.serai.operation.Operations;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Every verb of the API under the id that the files of `routes/api/` call it by. */
final class Verbs {
    /** Those that take parameters behind a question mark, and refuse unknown ones themselves. */
    private static final Set<String> WITH_PARAMETERS = Set.of(
            "api-interactions-submit",
            "api-interactions-find",
            "api-interactions-raw",
            "api-interactions-html",
            "api-quarantine-raw",
            "api-quarantine-list",
            "api-responses-list",
            "api-responses-preview",
            "api-contacts-find",
            "api-queues-interactions",
            "api-capture-points-seen",
            "api-dispatches-list",
            "api-accounts-list",
            "api-events-list",
            "api-config-generations",
            "api-try-run");

    private final RestDependencies hub;
    private final RouteStatuses routes;
    private final Operations operations;
    private final Keyed keyed;
    private final InteractionApi interactions;
    private final StoredParts parts;
    private final PullApi pulls;
    private final PointScope scope;
    private final Health health;
    private final Borders borders;
    private final Runnable keysChanged;
    private final Map<String, ApiHandler> all = new LinkedHashMap<>();

    /** @param keysChanged is run after keys have */
    Verbs(RestDependencies hub, Operations operations, RouteStatuses routes, Health health, Runnable keysChanged) {
        this.health = health;
        this.keysChanged = keysChanged;
        this.hub = hub;
        this.routes = routes;
        this.operations = operations;
        this.keyed = new Keyed(operations, hub.store());
        this.interactions = new InteractionApi(hub, operations);
        this.parts = new StoredParts(hub, interactions);
        this.scope = new PointScope(interactions);
        this.borders = new Borders(() -> hub.config().get().generation(), hub.store());
        this.pulls = new PullApi(hub, operations, borders);
    }

    PullApi pulls() {
        return pulls;
    }

    ContentApi content() {
        return new ContentApi(parts);
    }

    /** What keeps callers to their tenant. */
    Borders borders() {
        return borders;
    }

    /** The same verb for callers who are kept to their tenant and capture points. */
    ApiHandler kept(ApiHandler verb) {
        return borders.on(scope.on(verb));
    }

    SubmitApi submits() {
        return new SubmitApi(hub, keyed, scope, borders);
    }

    /** The entrance of visitors of web sites. */
    Webforms webforms(Path spool) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        String secret =
                hub.store().writeNow(tx -> tx.threads().key(HexFormat.of().formatHex(fresh), tx.now()));
        return new Webforms(hub, new WebformApi(hub, operations, new FormTokens(secret, hub.clock()), spool), spool);
    }

    TryApi trial() {
        return new TryApi(hub, keyed);
    }

    Map<String, ApiHandler> bind() {
        interactions();
        operations();
        queues();
        operators();
        hub();
        all.replaceAll((id, verb) -> kept(WITH_PARAMETERS.contains(id) ? verb : plain(verb)));
        return all;
    }

    private static ApiHandler plain(ApiHandler verb) {
        return request -> {
            request.query().only();
            return verb.handle(request);
        };
    }

    private void interactions() {
        ContentApi content = content();
        all.put("api-interactions-submit", submits()::submit);
        all.put("api-interactions-find", new FindApi(hub, borders)::find);
        all.put("api-interactions-get", interactions::get);
        all.put("api-interactions-change", interactions::change);
        all.put("api-interactions-timeline", interactions::timeline);
        all.put("api-interactions-raw", content::raw);
        all.put("api-interactions-attachment", content::attachment);
        all.put("api-interactions-html", new HtmlApi(hub, interactions, parts)::html);
        all.put("api-quarantine-raw", content::raw);
        ResponseApi responses = new ResponseApi(hub, interactions, borders);
        all.put("api-responses-list", responses::list);
        all.put("api-responses-preview", responses::preview);
        ContactApi contacts = new ContactApi(hub, keyed, borders);
        all.put("api-contacts-find", contacts::find);
        all.put("api-contacts-get", contacts::get);
        all.put("api-contacts-add-address", contacts::addAddress);
        all.put("api-contacts-clear-address", contacts::clearAddress);
        all.put("api-contacts-merge", contacts::merge);
    }

    private void operations() {
        OperationApi operations = new OperationApi(hub, keyed, interactions, borders);
        all.put("api-interactions-stop", operations::stop);
        all.put("api-interactions-hold", operations::hold);
        all.put("api-interactions-resume", operations::resume);
        all.put("api-interactions-move", operations::move);
        all.put("api-interactions-renew", operations::renew);
        all.put("api-interactions-complete", operations::complete);
        all.put("api-interactions-return", operations::giveBack);
        ReplyApi mails = new ReplyApi(hub, keyed, interactions, parts);
        all.put("api-mails-write", new MailApi(hub, keyed, parts)::write);
        all.put("api-interactions-reply", mails::reply);
        all.put("api-interactions-forward", mails::forward);
        all.put("api-interactions-redirect", mails::redirect);
        ReviewApi reviews = new ReviewApi(hub, keyed, interactions, borders, parts);
        all.put("api-interactions-approve", reviews::approve);
        all.put("api-interactions-edit", reviews::edit);
        all.put("api-interactions-reject", reviews::reject);
        all.put("api-interactions-resubmit", reviews::resubmit);
    }

    private void queues() {
        QueueApi queues = new QueueApi(hub, keyed, borders);
        all.put("api-queues-list", queues::list);
        all.put("api-queues-interactions", queues::interactions);
        all.put("api-queues-pull", pulls::pull);
        all.put("api-queues-pause", queues::pause);
        all.put("api-queues-resume", queues::resume);
        TenantApi tenants = new TenantApi(hub, borders);
        all.put("api-tenants-list", tenants::list);
        PointApi points = new PointApi(hub, keyed);
        all.put("api-status-get", new StatusApi(hub, queues, points, tenants, routes, health)::get);
    }

    private void operators() {
        PointApi points = new PointApi(hub, keyed);
        all.put("api-capture-points-list", points::list);
        all.put("api-capture-points-seen", points::seen);
        all.put("api-capture-points-pause", points::pause);
        all.put("api-capture-points-resume", points::resume);
        all.put("api-capture-points-poll", points::poll);
        all.put("api-capture-points-drop-answers", points::dropAnswers);
        all.put("api-capture-points-operate", new PointOperationsApi(hub)::apply);
        all.put("api-webforms-post", Webforms::elsewhere);
        all.put("api-webforms-token", Webforms::elsewhere);
        AutomaticReplyApi replies = new AutomaticReplyApi(hub, keyed);
        all.put("api-replies-get", replies::get);
        all.put("api-replies-pause", replies::pause);
        all.put("api-replies-resume", replies::resume);
        QuarantineApi quarantine = new QuarantineApi(hub, keyed, borders);
        all.put("api-quarantine-list", quarantine::list);
        all.put("api-quarantine-retry", quarantine::retry);
        all.put("api-quarantine-route", quarantine::route);
        DispatchApi dispatches = new DispatchApi(hub, keyed, borders);
        all.put("api-dispatches-list", dispatches::list);
        all.put("api-dispatches-get", dispatches::get);
        all.put("api-dispatches-retry", dispatches::retry);
        all.put("api-dispatches-cancel", dispatches::cancel);
        ManyDispatches many = new ManyDispatches(hub, keyed, borders);
        all.put("api-dispatches-retry-many", many::retry);
        all.put("api-dispatches-cancel-many", many::cancel);
        AccountApi accounts = new AccountApi(hub, keyed);
        all.put("api-accounts-list", accounts::list);
        all.put("api-accounts-pause", accounts::pause);
        all.put("api-accounts-resume", accounts::resume);
    }

    private void hub() {
        RouteApi camel = new RouteApi(routes, keyed);
        all.put("api-routes-list", camel::list);
        all.put("api-routes-start", camel::start);
        all.put("api-routes-stop", camel::stop);
        all.put("api-events-list", new EventApi(hub, borders)::list);
        ConfigApi config = new ConfigApi(hub, keyed);
        all.put("api-config-generations", config::generations);
        all.put("api-config-generation", config::generation);
        all.put("api-config-apply", config::apply);
        all.put("api-config-activate", config::activate);
        KeyApi keys = new KeyApi(hub, keyed, keysChanged);
        all.put("api-keys-list", keys::list);
        all.put("api-keys-add", keys::add);
        all.put("api-keys-revoke", keys::revoke);
        all.put("api-keys-rotate", keys::rotate);
        all.put("api-try-run", trial()::run);
    }
}
