package com.example.transformer;

import dev.serai.transform.legacy.InboundMimeTransformer;
import dev.serai.transform.legacy.InboundResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The same as {@link TagRemover}, written against the older API: bytes in, bytes out. */
public final class OldTagRemover implements InboundMimeTransformer {

    @Override
    public InboundResult transform(byte[] input, Properties config, PrintStream debugLogStream) {
        String tag = config.getProperty("tag", "[EXTERNAL]");
        String mail = new String(input, StandardCharsets.ISO_8859_1);
        String marked = "\r\nSubject: " + tag + " ";
        if (!mail.contains(marked)) {
            return InboundResult.notNeeded();
        }
        debugLogStream.println("found " + tag);
        return InboundResult.successful(
                mail.replace(marked, "\r\nSubject: ").getBytes(StandardCharsets.ISO_8859_1));
    }
}
