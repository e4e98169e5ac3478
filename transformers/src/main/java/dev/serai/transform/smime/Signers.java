package dev.serai.transform.smime;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Whose certificates came with a signature: what they claim, believed by nobody. */
final class Signers {
    private static final Pattern COMMON_NAME = Pattern.compile("(?i)(?:^|,\\s*)CN=(\"[^\"]*\"|[^,+]*)");
    private static final Pattern EMAIL_ADDRESS = Pattern.compile("(?:^|,\\s*|\\+\\s*)EMAILADDRESS=([^,+\\s]+)");
    private static final Map<String, String> WORDS = Map.of("1.2.840.113549.1.9.1", "EMAILADDRESS");
    private static final int MAILBOX = 1;
    private static final int LONGEST = 200;

    private Signers() {}

    /** The names of those that issue no others, as {@code Jo Doe <jo@example.org>}; empty where none can be read. */
    static List<String> of(List<byte[]> certificates) {
        List<X509Certificate> all = certificates.stream()
                .map(Signers::read)
                .filter(Objects::nonNull)
                .toList();
        List<String> names = new ArrayList<>();
        for (X509Certificate one : all) {
            boolean issuer = one.getBasicConstraints() >= 0;
            String name = issuer && all.size() > 1 ? "" : name(one);
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static @Nullable X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | RuntimeException e) {
            return null;
        }
    }

    private static String name(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName(X500Principal.RFC1779, WORDS);
        String name = first(COMMON_NAME, subject).replace("\"", "");
        String alternative = address(certificate);
        String address = alternative.isEmpty() ? first(EMAIL_ADDRESS, subject) : alternative;
        String both = address.isEmpty() ? name : name.isEmpty() ? address : name + " <" + address + ">";
        String clean = both.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    private static String first(Pattern pattern, String subject) {
        Matcher matcher = pattern.matcher(subject);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static String address(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? ""
                    : names.stream()
                            .filter(name -> Integer.valueOf(MAILBOX).equals(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)))
                            .findFirst()
                            .orElse("");
        } catch (CertificateException e) {
            return "";
        }
    }
}
