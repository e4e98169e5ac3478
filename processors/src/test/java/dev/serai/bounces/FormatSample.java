package dev.serai.bounces;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One mail of {@code src/test/resources/bounces/}: what it is called, what has to be read from it, its bytes. */
record FormatSample(String name, String kind, List<String> recipients, String originalId, byte[] mail) {
    private static final String RETURNED = """
            Received: from desk.example.com by mx.example.net; Sat, 21 Nov 2026 09:00:00 +0000
            Message-ID: <m1@example.com>
            From: Desk <desk@example.com>
            To: nobody@far.example.org
            Subject: Your question
            Date: Sat, 21 Nov 2026 09:00:00 +0000

            Hello""".stripIndent();

    static List<FormatSample> of(String file) {
        List<FormatSample> samples = new ArrayList<>();
        for (String block : text(file).split("(?m)^===== ", -1)) {
            if (block.contains(" => ")) {
                samples.add(read(block));
            }
        }
        return samples;
    }

    private static FormatSample read(String block) {
        int end = block.indexOf('\n');
        String[] title = block.substring(0, end).split(" => ", 2);
        List<String> recipients = new ArrayList<>();
        String id = "";
        String[] words = title[1].split("; ", -1);
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("<")) {
                id = words[i];
            } else {
                recipients.add(words[i]);
            }
        }
        String mail = block.substring(end + 1).replace("{returned}", RETURNED).replace("\n", "\r\n");
        return new FormatSample(title[0], words[0], recipients, id, mail.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String file) {
        try (InputStream in = FormatSample.class.getResourceAsStream("/bounces/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
