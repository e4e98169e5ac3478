package dev.serai.capture.webform;

import dev.serai.dispatch.PostedMail;
import dev.serai.files.WebformDefinition;
import dev.serai.interaction.CleanText;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Party;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.Refusal.Fault;
import dev.serai.operation.RefusedException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a post says, by what the file says of its fields.
 *
 * @param others the fields that mean nothing to the hub, by name
 * @param isTrapped whether it filled in what people do not see
 */
public record VisitorMail(
        Party from,
        String subject,
        String text,
        Map<String, String> others,
        List<PostedFile> files,
        boolean isTrapped) {
    /** In front of the user data that visitors give: no name of the hub's, of a rule or a lookup can be forged. */
    public static final String PREFIX = "Form_";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 500;
    /** Characters of a field in user data; the text has all of it. */
    private static final int LONGEST_VALUE = 1000;

    private static final Pattern LINE = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
    private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}_.-]+");

    /**
     * Reads a post.
     *
     * @throws RefusedException with a pointer to each field that is wrong
     */
    public static VisitorMail of(WebformDefinition form, WebformPost post) {
        return new Reading(form, post).mail();
    }

    /**
     * As a mail to us.
     *
     * @param id of the interaction that it becomes
     */
    public PostedMail composed(InteractionId id, Instant at, WebformDefinition form) {
        return new PostedMail(
                id,
                at.truncatedTo(ChronoUnit.SECONDS),
                from,
                form.address(),
                subject,
                form.language().orElse(null),
                letter(),
                files.stream().map(PostedFile::attached).toList());
    }

    /** What mail programs and agents show: the text, and below it all other fields. */
    String letter() {
        StringBuilder letter = new StringBuilder(text.strip());
        if (!others.isEmpty()) {
            letter.append(letter.isEmpty() ? "" : "\n\n");
            others.forEach((name, value) -> letter.append(name)
                    .append(": ")
                    .append(value.replace("\n", "\n  "))
                    .append('\n'));
        }
        return letter.toString().strip() + "\n";
    }

    /** The fields that mean nothing to the hub, for rules and strategies. */
    Map<String, Object> userData() {
        Map<String, String> data = new LinkedHashMap<>();
        others.forEach((name, value) ->
                data.merge(PREFIX + ODD.matcher(name).replaceAll("_"), value, (one, two) -> one + ", " + two));
        Map<String, Object> clipped = new LinkedHashMap<>();
        data.forEach((name, value) -> clipped.put(name, CleanText.clipped(value, LONGEST_VALUE)));
        return clipped;
    }

    /** One post while it is read: all that is wrong with it is told at once. */
    private static final class Reading {
        private final WebformDefinition form;
        private final WebformPost post;
        private final List<Fault> faults = new ArrayList<>();

        Reading(WebformDefinition form, WebformPost post) {
            this.form = form;
            this.post = post;
        }

        VisitorMail mail() {
            WebformDefinition.Fields named = form.fields();
            Party from = from(line(named.name(), LONGEST_NAME));
            named.required().stream()
                    .sorted()
                    .filter(this::isMissing)
                    .forEach(name -> fault(name, "is missing; please fill it in"));
            String subject = line(named.subject(), LONGEST_SUBJECT);
            post.files().forEach(this::check);
            if (post.files().size() > form.files().most()) {
                fault(
                        post.files().get(form.files().most()).field(),
                        "there are " + post.files().size() + " files; expected at most "
                                + form.files().most());
            }
            if (!faults.isEmpty()) {
                throw new RefusedException(
                        new Refusal(Code.INVALID_REQUEST, "the form is not filled in as it should be", faults));
            }
            return new VisitorMail(
                    from,
                    subject.isEmpty() ? named.usualSubject() : subject,
                    post.fields().value(named.text()),
                    others(),
                    post.files(),
                    form.entrance()
                            .honeypot()
                            .filter(name -> !post.fields().value(name).isEmpty())
                            .isPresent());
        }

        private boolean isMissing(String field) {
            return post.fields().value(field).isEmpty()
                    && post.files().stream().noneMatch(file -> file.field().equals(field));
        }

        private Party from(String name) {
            String field = form.fields().email();
            String address = post.fields().value(field);
            try {
                return address.isEmpty()
                        ? new Party(null, "")
                        : PostedMail.visitor(new Party(name.isEmpty() ? null : name, address));
            } catch (IllegalArgumentException noAddress) {
                fault(field, "is no mail address that can be answered; expected one such as jo@example.org");
                return new Party(null, "");
            }
        }

        /** Line ends become blanks, so that nobody writes a header of his own. */
        private String line(String field, int longest) {
            String line =
                    LINE.matcher(post.fields().value(field)).replaceAll(" ").strip();
            if (line.length() > longest) {
                fault(field, "has " + line.length() + " characters; expected at most " + longest);
            }
            return line;
        }

        private void check(PostedFile file) {
            List<String> allowed = form.files().allowed();
            if (!new FileKinds(allowed).take(file.name(), file.file().info().contentType())) {
                fault(
                        file.field(),
                        "the file '" + file.name() + "' is of no kind that is taken; expected "
                                + String.join(", ", allowed));
            }
        }

        private Map<String, String> others() {
            WebformDefinition.Fields named = form.fields();
            Set<String> known = new HashSet<>(Set.of(
                    named.email(), named.name(), named.subject(), named.text(), WebformDefinition.TOKEN, "_charset_"));
            form.entrance().honeypot().ifPresent(known::add);
            return post.fields().without(known);
        }

        private void fault(String field, String detail) {
            String pointer = "/" + field.replace("~", "~0").replace("/", "~1");
            if (faults.stream().noneMatch(fault -> fault.pointer().equals(pointer))) {
                faults.add(new Fault(pointer, detail));
            }
        }
    }
}
