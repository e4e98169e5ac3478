package dev.serai.crash;

import org.apache.activemq.broker.BrokerService;

/** A broker that hubs share, on a free port of the loopback address; it holds nothing durable. */
final class ExternalBroker implements AutoCloseable {
    private final BrokerService broker = new BrokerService();

    private ExternalBroker() throws Exception {
        broker.setBrokerName("shared-" + System.nanoTime());
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.setUseShutdownHook(false);
        broker.addConnector("tcp://127.0.0.1:0");
        broker.start();
    }

    static ExternalBroker start() throws Exception {
        return new ExternalBroker();
    }

    String url() throws Exception {
        return broker.getTransportConnectors().get(0).getPublishableConnectString();
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the test's broker does not stop", e);
        }
        broker.waitUntilStopped();
    }
}
