package dev.serai.rest;

import dev.serai.interaction.Json;
import dev.serai.operation.Answers;
import dev.serai.store.Tx;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an answer is kept for repeats: a line with status and headers as JSON, and below it the body as it was sent. */
record KeptResponse(int status, Map<String, String> headers) {
    static final Answers<ApiResponse> ANSWERS = new Answers<>() {
        @Override
        public String write(ApiResponse answer) {
            return Json.write(new KeptResponse(answer.status(), answer.headers())) + "\n" + answer.body();
        }

        @Override
        public ApiResponse read(String stored, Tx tx) {
            int end = stored.indexOf('\n');
            KeptResponse kept = Json.read(stored.substring(0, end), KeptResponse.class);
            return new ApiResponse(kept.status(), kept.headers(), stored.substring(end + 1));
        }
    };

    /** What does no harm when it is repeated need not be kept where it is very long. */
    static final Answers<ApiResponse> SHORT = new Answers<>() {
        private static final int LONGEST = 500_000;

        @Override
        public @Nullable String write(ApiResponse answer) {
            String text = ANSWERS.write(answer);
            return text == null || text.length() > LONGEST ? null : text;
        }

        @Override
        public ApiResponse read(String stored, Tx tx) {
            return ANSWERS.read(stored, tx);
        }
    };
}
