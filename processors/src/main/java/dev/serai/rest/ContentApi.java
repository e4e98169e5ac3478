package dev.serai.rest;

import dev.serai.message.Attachment;
import dev.serai.operation.Target;
import dev.serai.store.StoredRaw;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The bytes behind an interaction: the original mail, and each attachment as the transformers left it. */
final class ContentApi {
    private final StoredParts parts;

    ContentApi(StoredParts parts) {
        this.parts = parts;
    }

    ApiResponse raw(ApiRequest request) {
        Target target = request.target();
        StoredRaw raw =
                parts.raw(target, MailForm.of(request.query().only("form").text("form")));
        return download("message/rfc822", target.id() + ".eml", new Download(raw.size(), raw.sha256(), raw::open));
    }

    ApiResponse attachment(ApiRequest request) throws IOException {
        request.query().only();
        Attachment one = parts.attachment(request.target(), number(request.segment(3)));
        return download(
                harmless(one.contentType()), one.name(), new Download(one.size(), one.sha256(), one.content()::open));
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** Never a type that a browser would run, whatever the sender called it. */
    private static String harmless(String contentType) {
        boolean known = contentType.matches("(image/(png|jpeg|gif|webp)|text/plain|application/pdf)");
        return known ? contentType : "application/octet-stream";
    }

    private static ApiResponse download(String contentType, String name, Download body) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return ApiResponse.of(200, contentType, body)
                .with("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
    }
}
