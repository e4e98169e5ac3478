package dev.serai.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.serai.interaction.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All whom a dispatch was ever addressed to, with what became of it for each; one JSON text in its row. */
public record Recipients(List<Recipient> all) {
    private static final ObjectReader READER = Json.MAPPER.readerFor(new TypeReference<List<Recipient>>() {});

    public Recipients {
        all = List.copyOf(all);
    }

    static Recipients waiting(List<String> addresses) {
        return new Recipients(addresses.stream().map(Recipient::waiting).toList());
    }

    static Recipients read(String text) {
        try {
            return new Recipients(READER.readValue(text));
        } catch (JsonProcessingException notOurs) {
            throw new StoreException("the recipients of a dispatch are no JSON list of them", notOurs);
        }
    }

    String write() {
        return Json.write(all);
    }

    public List<String> addresses() {
        return addresses(one -> true);
    }

    List<String> addresses(Recipient.State state) {
        return addresses(one -> one.state() == state);
    }

    /** Whom the next try is for. */
    List<String> left() {
        return addresses(Recipient::isLeft);
    }

    /** Of those the ones for whom no answer is known since DATA was said; everybody where it never was. */
    List<String> inDoubt(@Nullable Instant dataAt) {
        return addresses(one ->
                one.isLeft() && (dataAt == null || one.at() == null || one.at().isBefore(dataAt)));
    }

    private List<String> addresses(Predicate<Recipient> which) {
        return all.stream().filter(which).map(Recipient::address).toList();
    }

    /** The server answered the same for all who were left. */
    Recipients left(Recipient.State became, @Nullable String words, Instant now) {
        return each(Recipient::isLeft, one -> one.to(became, words, now));
    }

    /** The server answered for one of those who were left. */
    Recipients answered(String address, Recipient.State became, @Nullable String words, Instant now) {
        return each(one -> one.isLeft() && one.address().equals(address), one -> one.to(became, words, now));
    }

    /** It was not delivered to one, whatever was known of him. */
    Recipients bounced(String address, @Nullable String status, @Nullable String words, Instant at) {
        return each(
                one -> one.address().equalsIgnoreCase(address),
                one -> new Recipient(one.address(), Recipient.State.BOUNCED, status, words, at));
    }

    /** Those who were refused are tried again. */
    Recipients again(Instant now) {
        return each(
                one -> one.state() == Recipient.State.FAILED, one -> one.to(Recipient.State.WAITING, one.words(), now));
    }

    /** Whom it is addressed to now, each as far as it had come, and after them who has it already. */
    Recipients addressedAs(Recipients fresh) {
        Map<String, Recipient> now = new LinkedHashMap<>();
        fresh.all.forEach(one -> now.put(key(one), one));
        all.stream().filter(one -> one.hadIt() || now.containsKey(key(one))).forEach(one -> now.put(key(one), one));
        return new Recipients(List.copyOf(now.values()));
    }

    private static String key(Recipient recipient) {
        return recipient.address().toLowerCase(Locale.ROOT);
    }

    private Recipients each(Predicate<Recipient> which, UnaryOperator<Recipient> change) {
        return new Recipients(all.stream()
                .map(one -> which.test(one) ? change.apply(one) : one)
                .toList());
    }
}
