package dev.serai.rest;

import dev.serai.access.Role;
import dev.serai.rest.Raw.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tries all that the port answers, and tells which doors are open that should not be, or shut that should. */
final class Doors {
    /** The name of no credentials at all. */
    static final String NOTHING = "nothing";

    private Doors() {}

    /**
     * What does not answer 401 to whoever has no good credentials, however its path is written.
     *
     * @param credentials bearers by what they are
     */
    static List<String> open(RestHub hub, Map<String, String> credentials) throws Exception {
        List<String> open = new ArrayList<>();
        try (Strangers strangers = new Strangers(hub.port())) {
            for (String call : Served.by(hub)) {
                String[] words = call.split(" ", 2);
                for (String path : Served.spellings(words[1])) {
                    for (Map.Entry<String, String> credential : credentials.entrySet()) {
                        Reply reply = strangers.ask(words[0], path, bearer(credential.getValue()));
                        boolean free = Served.isOpen(words[0], path)
                                && credential.getKey().equals(NOTHING);
                        if (!free && reply.status() != 401) {
                            open.add(call + " as " + path + " with " + credential.getKey() + ": " + reply.status());
                        }
                    }
                }
            }
        }
        return open;
    }

    private static String[] bearer(String bearer) {
        return bearer.isEmpty() ? new String[0] : new String[] {"Authorization: Bearer " + bearer};
    }

    /**
     * What is not declared, or opens to other roles than its own.
     *
     * @param bearers of somebody with that role alone
     */
    static List<String> wrong(RestHub hub, Map<Role, String> bearers) throws Exception {
        Rights rights = new Rights(hub.context(), PointScope::has);
        List<String> wrong = new ArrayList<>();
        try (Raw raw = Raw.open(hub.port())) {
            for (String call : Served.by(hub)) {
                String[] words = call.split(" ", 2);
                Need need = rights.of(words[0], words[1]);
                for (Map.Entry<Role, String> bearer : bearers.entrySet()) {
                    Caller caller = new Caller("x", Set.of(bearer.getKey()), Set.of(), Optional.empty());
                    boolean may = !(need instanceof Need.Roles roles) || roles.isMetBy(caller);
                    Reply reply = may && !words[0].equals("GET")
                            ? new Reply(200, "")
                            : raw.ask(words[0], words[1], bearer(bearer.getValue()));
                    boolean undeclared = need instanceof Need.Nothing && reply.status() != 404 && reply.status() != 405;
                    if (undeclared || may == (reply.status() == 403) || reply.status() == 401) {
                        wrong.add(call + " as " + bearer.getKey() + " needs " + need + ": " + reply.status());
                    }
                }
            }
        }
        return wrong;
    }
}
