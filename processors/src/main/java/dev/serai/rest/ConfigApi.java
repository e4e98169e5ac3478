package dev.serai.rest;

import dev.serai.files.Problem;
import dev.serai.live.RefusedException;
import dev.serai.store.GenerationLife;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Which files are live and were, why newer ones are not, and how others become live. */
final class ConfigApi {
    private static final int SHOWN = 100;
    private static final int SHORTEST = 8;
    private static final int WHOLE = 64;

    private final RestDependencies hub;
    private final Keyed keyed;

    ConfigApi(RestDependencies hub, Keyed keyed) {
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse generations(ApiRequest request) {
        int limit = request.query().only("limit").number("limit", SHOWN, 1, 1000);
        List<GenerationLife> lives = hub.store().read(tx -> tx.generations().lives(limit));
        Set<String> kept = hub.store().read(tx -> tx.generations().kept());
        LiveConfig live = hub.config().get();
        return ApiResponse.json(new Doc()
                .put("current", current(live))
                .always(
                        "items",
                        lives.stream()
                                .map(life -> view(life, live)
                                        .put("kept", kept.contains(life.generation()))
                                        .map())
                                .toList())
                .map());
    }

    /** A set with the digests of its files and when it was live. */
    ApiResponse generation(ApiRequest request) {
        request.query().only();
        String id = whole(request.segment(2));
        SortedMap<String, String> files =
                hub.store().read(tx -> tx.generations().files(id));
        if (files.isEmpty()) {
            throw unknown(id);
        }
        List<GenerationLife> lives = hub.store().read(tx -> tx.generations().lives(id, SHOWN));
        LiveConfig live = hub.config().get();
        return ApiResponse.json(new Doc()
                .put("id", id)
                .put("active", id.equals(live.generation().id()))
                .always(
                        "lives",
                        lives.stream().map(life -> view(life, live).map()).toList())
                .always(
                        "files",
                        files.entrySet().stream()
                                .map(file -> Map.of("path", file.getKey(), "sha256", file.getValue()))
                                .toList())
                .map());
    }

    ApiResponse apply(ApiRequest request) {
        request.json().finish();
        return keyed.runOutside(request, () -> {
            try {
                return ApiResponse.json(
                        current(hub.edits().apply(request.caller().name())));
            } catch (RefusedException wrong) {
                throw new FilesRefused("the files on disk", wrong);
            }
        });
    }

    ApiResponse activate(ApiRequest request) {
        request.json().finish();
        String id = whole(request.segment(2));
        return keyed.runOutside(request, () -> {
            try {
                return ApiResponse.json(current(
                        hub.edits().activate(id, request.caller().name()).orElseThrow(() -> unknown(id))));
            } catch (RefusedException wrong) {
                throw new FilesRefused("the files of generation " + id, wrong);
            }
        });
    }

    /** The id that begins so: status, logs and timelines show the first twelve digits only. */
    private String whole(String id) {
        if (id.length() < SHORTEST || id.length() >= WHOLE) {
            return id;
        }
        List<String> meant = hub.store().read(tx -> tx.generations().kept()).stream()
                .filter(known -> known.startsWith(id))
                .toList();
        return meant.size() == 1 ? meant.get(0) : id;
    }

    private static ApiException unknown(String id) {
        return new ApiException(
                ProblemCode.NOT_FOUND,
                "no generation '" + id + "' is kept; GET /config/generations lists those that are");
    }

    /** Which it is and since when, without its files. */
    static Map<String, Object> untold(LiveConfig live) {
        return new Doc()
                .put("id", live.generation().id())
                .put("appliedAt", live.life().appliedAt())
                .map();
    }

    static Map<String, Object> current(LiveConfig live) {
        GenerationLife life = live.life();
        return new Doc()
                .put("id", live.generation().id())
                .put("appliedAt", life.appliedAt())
                .put("source", life.begin().source())
                .put("actor", life.begin().actor())
                .put("holdsAgainst", life.holdsAgainst())
                .put("added", life.changes().added())
                .put("changed", life.changes().changed())
                .put("removed", life.changes().removed())
                .put(
                        "warnings",
                        live.warnings().stream().map(ConfigApi::problem).toList())
                .put("checkingSince", live.checkingSince())
                .put("atNextStart", live.atNextStart())
                .put(
                        "rejected",
                        live.rejected().stream().map(ConfigApi::problem).toList())
                .map();
    }

    private static Doc view(GenerationLife life, LiveConfig live) {
        return new Doc()
                .put("id", life.generation())
                .put("appliedAt", life.appliedAt())
                .put("replacedAt", life.replacedAt())
                .put("active", life.id().equals(live.life().id()))
                .put("node", life.node())
                .put("source", life.begin().source())
                .put("actor", life.begin().actor())
                .put("holdsAgainst", life.holdsAgainst())
                .put("added", life.changes().added())
                .put("changed", life.changes().changed())
                .put("removed", life.changes().removed());
    }

    static Map<String, Object> problem(Problem problem) {
        return new Doc()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("reason", problem.reason())
                .map();
    }

    /** What is wrong with them, by file and line. */
    private static final class FilesRefused extends ApiException {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        FilesRefused(String what, RefusedException why) {
            super(
                    ProblemCode.FILES_REFUSED,
                    what + " have errors; what was live stays live: "
                            + why.problems().get(0));
            this.problems = why.problems();
        }

        @Override
        List<?> errors() {
            return problems.stream().map(ConfigApi::problem).toList();
        }
    }
}
