package dev.serai.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Clients that each ask again as soon as they are answered. */
final class Crowd {
    private final int size;

    Crowd(int size) {
        this.size = size;
    }

    /** One client; what it throws ends the benchmark. */
    interface Member extends AutoCloseable {
        void ask() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Makes the client of that number. */
    interface Maker {
        Member make(int number) throws Exception;
    }

    /** All clients ask for so long; a client is made before the time begins. */
    Latencies ask(Maker maker, Duration span) throws Exception {
        List<Member> members = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            for (int number = 0; number < size; number++) {
                members.add(maker.make(number));
            }
            long end = System.nanoTime() + span.toNanos();
            List<Future<long[]>> answers = new ArrayList<>();
            for (Member member : members) {
                answers.add(threads.submit(() -> until(end, member)));
            }
            List<long[]> taken = new ArrayList<>();
            for (Future<long[]> answer : answers) {
                taken.add(result(answer));
            }
            return Latencies.of(taken.stream().flatMapToLong(LongStream::of), span);
        } finally {
            threads.shutdownNow();
            for (Member member : members) {
                member.close();
            }
        }
    }

    private static long[] until(long end, Member member) throws Exception {
        LongStream.Builder taken = LongStream.builder();
        long before = System.nanoTime();
        while (before < end) {
            member.ask();
            long after = System.nanoTime();
            taken.add(after - before);
            before = after;
        }
        return taken.build().toArray();
    }

    private static long[] result(Future<long[]> answer) throws Exception {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
