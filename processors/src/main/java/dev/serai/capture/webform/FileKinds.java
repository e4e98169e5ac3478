package dev.serai.capture.webform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which files a form takes. A name and what a browser says of the file may both be anything, so they must agree: what calls
 * itself a picture and ends in {@code .exe} is none. The bytes are not looked at.
 */
record FileKinds(List<String> allowed) {
    /** What browsers say when they know nothing. */
    private static final Set<String> UNKNOWN = Set.of("", "application/octet-stream", "binary/octet-stream");

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN = "application/vnd.oasis.opendocument.";

    /** Of an ending, what browsers on common systems say. */
    private static final Map<String, Set<String>> TYPES = Map.ofEntries(
            Map.entry("pdf", Set.of("application/pdf", "application/x-pdf")),
            Map.entry("txt", Set.of("text/plain")),
            Map.entry("log", Set.of("text/plain", "text/x-log")),
            Map.entry("md", Set.of("text/markdown", "text/plain")),
            Map.entry("csv", Set.of("text/csv", "text/plain", "application/csv", "application/vnd.ms-excel")),
            Map.entry("html", Set.of("text/html")),
            Map.entry("htm", Set.of("text/html")),
            Map.entry("xml", Set.of("text/xml", "application/xml")),
            Map.entry("json", Set.of("application/json", "text/json")),
            Map.entry("jpg", Set.of("image/jpeg", "image/jpg", "image/pjpeg")),
            Map.entry("jpeg", Set.of("image/jpeg", "image/jpg", "image/pjpeg")),
            Map.entry("png", Set.of("image/png", "image/x-png")),
            Map.entry("gif", Set.of("image/gif")),
            Map.entry("webp", Set.of("image/webp")),
            Map.entry("bmp", Set.of("image/bmp", "image/x-ms-bmp")),
            Map.entry("tif", Set.of("image/tiff")),
            Map.entry("tiff", Set.of("image/tiff")),
            Map.entry("heic", Set.of("image/heic", "image/heif")),
            Map.entry("heif", Set.of("image/heif", "image/heic")),
            Map.entry("avif", Set.of("image/avif")),
            Map.entry("svg", Set.of("image/svg+xml")),
            Map.entry("mp3", Set.of("audio/mpeg", "audio/mp3")),
            Map.entry("wav", Set.of("audio/wav", "audio/x-wav")),
            Map.entry("m4a", Set.of("audio/mp4", "audio/x-m4a")),
            Map.entry("mp4", Set.of("video/mp4")),
            Map.entry("mov", Set.of("video/quicktime")),
            Map.entry("webm", Set.of("video/webm", "audio/webm")),
            Map.entry("zip", Set.of("application/zip", "application/x-zip-compressed", "application/x-zip")),
            Map.entry("doc", Set.of("application/msword")),
            Map.entry("xls", Set.of("application/vnd.ms-excel")),
            Map.entry("ppt", Set.of("application/vnd.ms-powerpoint")),
            Map.entry("docx", Set.of(OFFICE + "wordprocessingml.document")),
            Map.entry("xlsx", Set.of(OFFICE + "spreadsheetml.sheet")),
            Map.entry("pptx", Set.of(OFFICE + "presentationml.presentation")),
            Map.entry("odt", Set.of(OPEN + "text")),
            Map.entry("ods", Set.of(OPEN + "spreadsheet")),
            Map.entry("odp", Set.of(OPEN + "presentation")),
            Map.entry("rtf", Set.of("application/rtf", "text/rtf", "application/msword")),
            Map.entry("ics", Set.of("text/calendar")),
            Map.entry("vcf", Set.of("text/vcard", "text/x-vcard")),
            Map.entry("eml", Set.of("message/rfc822")),
            Map.entry("msg", Set.of("application/vnd.ms-outlook")));

    /** @param contentType what the browser says of it */
    boolean take(String fileName, String contentType) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String said = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Set<String> usual = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), Set.of());
        boolean agree = UNKNOWN.contains(said) || usual.isEmpty() || usual.contains(said);
        return allowed.isEmpty()
                || (agree
                        && kinds().anyMatch(one -> one.startsWith(".")
                                ? name.endsWith(one)
                                : usual.stream().anyMatch(type -> isOf(one, type))));
    }

    private Stream<String> kinds() {
        return allowed.stream().map(one -> one.toLowerCase(Locale.ROOT));
    }

    private static boolean isOf(String kind, String type) {
        return kind.endsWith("/*") ? type.startsWith(kind.substring(0, kind.length() - 1)) : type.equals(kind);
    }
}
