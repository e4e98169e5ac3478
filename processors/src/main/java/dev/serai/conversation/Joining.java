package dev.serai.conversation;

import dev.serai.conversation.ThreadTokens.Read;
import dev.serai.conversation.Verdict.Suggestion;
import dev.serai.files.MailboxDefinition.JoinBySubject;
import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.store.Ahead;
import dev.serai.store.ThreadMember;
import dev.serai.store.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which thread a mail belongs to. In-Reply-To is enough and References need a second signal, but neither lets in
 * whom nobody in the thread knows; subjects count where the mailbox wants it, and Outlook's Thread-Index and Thread-Topic
 * never do. `docs/reference/threads.md` has the rules, ADR 22 the reasons. Safe for several threads.
 */
public final class Joining {
    private static final int MOST_AWAITED = 3;
    private static final int MOST_SUGGESTIONS = 3;
    private static final int RECENT = 50;
    private static final Duration SUBJECT_COUNTS = Duration.ofDays(14);

    private final Traces traces;
    private final Admission admission;

    /** @param admission who may join */
    public Joining(ThreadTokens tokens, Admission admission) {
        this.traces = new Traces(tokens);
        this.admission = admission;
    }

    /** Names what {@link #decide} will read. */
    public void announce(Ahead ahead, String tenant, Content content) {
        traces.messageIds(content).forEach(trace -> ahead.messageId(tenant, Objects.requireNonNull(trace.messageId())));
    }

    public Verdict decide(Tx tx, Joiner mail) {
        Search search = new Search(tx, mail);
        for (Trace trace : traces.of(mail.content(), mail.bySubject())) {
            Optional<Verdict> joined = search.follow(trace);
            if (joined.isPresent()) {
                return joined.get();
            }
        }
        return mail.bySubject() == JoinBySubject.TEXT ? search.bySubject().orElseGet(search::alone) : search.alone();
    }

    /** Whether a report names a mail of ours by an id that only who got that mail can know: one that we signed, or a provider's. */
    public boolean proves(Tx tx, String tenant, Content report, InteractionId ours) {
        return traces.of(report, JoinBySubject.NEVER).stream().anyMatch(trace -> proves(tx, tenant, trace, ours));
    }

    private static boolean proves(Tx tx, String tenant, Trace trace, InteractionId ours) {
        Read token = trace.token();
        if (token != null) {
            boolean isMail = trace.messageId() == null || trace.namesMail();
            return token.valid() && isMail && token.id().equals(ours);
        }
        return trace.messageId() != null
                && tx.interactions()
                        .byMessageId(tenant, trace.messageId())
                        .filter(found -> found.id().equals(ours))
                        .isPresent();
    }

    /** As {@link #decide}, by what points to one mail only, which came later. */
    Verdict decide(Tx tx, Joiner mail, String messageId, ThreadMember parent) {
        Search search = new Search(tx, mail);
        for (Trace trace : traces.messageIds(mail.content())) {
            if (messageId.equals(trace.messageId())) {
                Optional<Verdict> joined = search.assess(trace, parent);
                if (joined.isPresent()) {
                    return joined.get();
                }
            }
        }
        return search.alone();
    }

    /** One mail's search; what it finds on its way is kept for the case that it joins nothing. */
    private final class Search {
        private final Tx tx;
        private final Joiner mail;
        private final Map<ThreadMember, Suggestion> suggestions = new LinkedHashMap<>();
        private final List<String> ignored = new ArrayList<>();
        private final List<String> awaited = new ArrayList<>();

        Search(Tx tx, Joiner mail) {
            this.tx = tx;
            this.mail = mail;
        }

        Optional<Verdict> follow(Trace trace) {
            if (trace.isForged()) {
                ignored.add(trace.words() + " has the form of a token of ours, and none of our keys signed it");
            }
            if (trace.isForged() && !trace.namesMail()) {
                return Optional.empty();
            }
            Optional<ThreadMember> member = member(trace);
            if (member.isEmpty() && trace.messageId() != null && !trace.isSigned()) {
                awaits(trace.messageId());
            }
            return member.flatMap(found -> assess(trace, found));
        }

        private Optional<ThreadMember> member(Trace trace) {
            Optional<ThreadMember> named = trace.messageId() == null
                    ? Optional.empty()
                    : tx.interactions().byMessageId(mail.tenant(), trace.messageId());
            return named.or(() -> signed(trace.token())).filter(found -> !isOwn(found));
        }

        private Optional<ThreadMember> signed(@Nullable Read token) {
            return Optional.ofNullable(token)
                    .filter(Read::valid)
                    .flatMap(known -> tx.threads().member(mail.tenant(), known.id()));
        }

        /** Itself, or something that answers it. */
        private boolean isOwn(ThreadMember found) {
            return found.id().equals(mail.id()) || found.threadId().equals(mail.id());
        }

        Optional<Verdict> assess(Trace trace, ThreadMember member) {
            Admission.Answer answer = admission.ask(tx, mail, trace.signal(), member);
            String points = trace.words() + " is of interaction " + member.id();
            if (answer.admitted()) {
                return Optional.of(
                        new Verdict(member, points + ", and " + answer.because(), List.of(), ignored, List.of()));
            }
            if (suggestions.size() < MOST_SUGGESTIONS) {
                suggestions.putIfAbsent(member, new Suggestion(member, points + ", but " + answer.because()));
            }
            return Optional.empty();
        }

        private void awaits(String messageId) {
            if (awaited.size() < MOST_AWAITED && !awaited.contains(messageId)) {
                awaited.add(messageId);
            }
        }

        Optional<Verdict> bySubject() {
            String subject = BaseSubject.of(mail.content().subject());
            if (subject.isEmpty() || mail.contact() == null) {
                return Optional.empty();
            }
            return tx
                    .threads()
                    .ofContact(mail.tenant(), mail.contact(), mail.receivedAt().minus(SUBJECT_COUNTS), RECENT)
                    .stream()
                    .filter(member -> !isOwn(member))
                    .filter(member -> BaseSubject.of(member.subject()).equals(subject))
                    .findFirst()
                    .map(member -> new Verdict(
                            member,
                            Signal.SUBJECT.words() + " is that of interaction " + member.id()
                                    + ", which is with the same contact and less than "
                                    + SUBJECT_COUNTS.toDays() + " days old",
                            List.of(),
                            ignored,
                            List.of()));
        }

        Verdict alone() {
            return new Verdict(null, "", List.copyOf(suggestions.values()), ignored, awaited);
        }
    }
}
