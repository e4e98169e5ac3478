package dev.serai.rest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of interactions and the conditions that name them (RFC 9110, section 13.1). A tag is the version that a change
 * is for, and where the interaction is told in full, behind it what tells one telling from another: state and queue change
 * without a new version.
 */
final class Conditions {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})(?:-[0-9a-f]{1,8})?\"?");

    private Conditions() {}

    static String tag(long version, Object body) {
        CRC32 sum = new CRC32();
        sum.update(body.toString().getBytes(StandardCharsets.UTF_8));
        return "\"" + version + "-" + Long.toHexString(sum.getValue()) + "\"";
    }

    /** Whether the client has it already (If-None-Match). */
    static boolean isKnown(ApiRequest request, String tag) {
        String known = request.header("If-None-Match");
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one ->
                                one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
    }

    /**
     * The version that a change is for; null for any.
     *
     * @throws ApiException when If-Match is missing, or names no version
     */
    static @Nullable Long wanted(ApiRequest request) {
        String condition = request.header("If-Match");
        if (condition == null) {
            throw new ApiException(
                    ProblemCode.PRECONDITION_REQUIRED,
                    "the header If-Match is missing; expected the ETag of the version that the change is for, or *");
        }
        if (condition.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(condition.strip());
        if (!tag.matches()) {
            throw new ApiException(
                    ProblemCode.VERSION_MISMATCH, "If-Match is " + condition + "; expected an ETag like \"3\"");
        }
        return Long.valueOf(tag.group(1));
    }
}
