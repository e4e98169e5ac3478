package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.TestInstance;
import dev.serai.interaction.Interaction;
import dev.serai.store.Store;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Orders of a client over REST, which sends each under its key until it is answered, and the books about them. */
final class RestDrop implements Drop {
    private static final String POINT = "till";

    private final RestClient client = new RestClient();
    private final Deque<RestClient.Call> unanswered = new ArrayDeque<>();
    private final List<String> orders = new ArrayList<>();
    private Thread sender = new Thread(() -> {});

    RestDrop(TestInstance instance) {
        instance.file("routes/capture/capture-rest-till.camel.yaml", """
                - route:
                    id: capture-rest-till
                    description: The test's orders
                    from:
                      uri: kamelet:rest-capture-source
                      parameters: {name: till, queue: general}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """);
    }

    @Override
    public void order(int count) throws InterruptedException {
        sender.join();
        for (int i = 0; i < count; i++) {
            String order = "call " + orders.size();
            orders.add(order);
            unanswered.add(RestClient.Call.of("/api/v1/capture-points/" + POINT + "/operations", """
                    [{'operation':'submit','externalId':'%1$s','properties':{'subject':'%1$s'}},
                     {'operation':'update','externalId':'%1$s','properties':{'tier':'gold'}}]""".formatted(order)));
        }
    }

    @Override
    public void hubRuns(int port) {
        sender = new Thread(() -> send(port), "rest-drop");
        sender.start();
    }

    /** Ends with the hub, or when all are answered. */
    private void send(int port) {
        try {
            while (!unanswered.isEmpty()) {
                RestClient.Answer answer = client.post(port, unanswered.getFirst());
                if (answer.status() == 200) {
                    assertThat(answer.json().findValuesAsText("operation")).containsExactly("submitted", "changed");
                    unanswered.removeFirst();
                }
            }
        } catch (IOException killed) {
            // the first of them may be done; it is sent again under its key
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void balance(Store store) throws InterruptedException {
        sender.join();
        assertThat(unanswered).isEmpty();
        List<Interaction> there = new Books(store).of(POINT);
        assertThat(there).extracting(one -> one.content().subject()).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(there).allMatch(one -> "gold".equals(one.userData().get("tier")));
    }
}
