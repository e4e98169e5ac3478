package dev.serai.trial;

import dev.serai.files.CamelResource;
import dev.serai.files.Generation;
import dev.serai.strategy.Actions;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A Camel context that holds nothing but strategies and what they call. */
final class StrategyContext implements AutoCloseable {
    private final CamelContext camel;

    private StrategyContext(CamelContext camel) {
        this.camel = camel;
    }

    static StrategyContext start(Generation generation) throws TrialException {
        DefaultCamelContext camel = new DefaultCamelContext();
        Actions.bind(camel.getRegistry());
        camel.getCamelContextExtension().setName("serai-try");
        camel.setUseMDCLogging(false);
        camel.disableJMX();
        camel.getShutdownStrategy().setTimeout(1); // what overran its deadline is waited for no longer
        camel.getShutdownStrategy().setSuppressLoggingOnTimeout(true);
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        StrategyContext context = new StrategyContext(camel);
        try {
            for (CamelResource resource : generation.camelRoutes()) {
                if (belongs(resource.path())) {
                    PluginHelper.getRoutesLoader(camel)
                            .loadRoutes(ResourceHelper.fromString(resource.path(), resource.yaml()));
                }
            }
            camel.start();
            return context;
        } catch (Exception failure) {
            context.close();
            throw new TrialException("the strategies cannot be loaded: " + failure.getMessage(), failure);
        }
    }

    CamelContext camel() {
        return camel;
    }

    /** Kamelets, what routes share, strategies, and routes of the engineer's own that strategies call by direct. */
    private static boolean belongs(String path) {
        return !path.startsWith("routes/api/")
                && !path.startsWith("routes/capture/")
                && !path.startsWith("routes/dispatch/");
    }

    @Override
    public void close() {
        camel.stop();
    }
}
