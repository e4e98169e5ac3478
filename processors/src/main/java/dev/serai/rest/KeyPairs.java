package dev.serai.rest;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.X509ExtendedKeyManager;

/** Whether private keys belong to the certificates beside them: nobody else looks before the first handshake fails. */
final class KeyPairs {
    /** How a key of each kind signs; others are let through. */
    private static final Map<String, String> SIGNS =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private KeyPairs() {}

    /** @throws GeneralSecurityException when a key cannot be used at all */
    static boolean fit(X509ExtendedKeyManager manager) throws GeneralSecurityException {
        List<String> aliases = SIGNS.keySet().stream()
                .map(kind -> manager.getServerAliases(kind, null))
                .flatMap(found -> found == null ? Stream.of() : Stream.of(found))
                .toList();
        for (String alias : aliases) {
            if (!fit(manager, alias)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fit(X509ExtendedKeyManager manager, String alias) throws GeneralSecurityException {
        PrivateKey key = manager.getPrivateKey(alias);
        var open = manager.getCertificateChain(alias)[0].getPublicKey();
        String way = SIGNS.get(key.getAlgorithm());
        if (way == null) {
            return true;
        }
        if (!way.equals(SIGNS.get(open.getAlgorithm()))) {
            return false;
        }
        byte[] said = alias.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Signature signer = Signature.getInstance(way);
        signer.initSign(key);
        signer.update(said);
        byte[] signed = signer.sign();
        Signature reader = Signature.getInstance(way);
        reader.initVerify(open);
        reader.update(said);
        return reader.verify(signed);
    }
}
