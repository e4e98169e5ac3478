package dev.serai.live;

import java.util.Set;
import org.apache.camel.CamelContext;

/** What the hub gives to the Camel context of each generation. */
public interface Equipment {

    /** Gives components, beans and meters; called before any route is loaded. */
    void equip(CamelContext context);

    /** No context has routes but those with these ids: what is kept of others may go. */
    void onlyRoutes(Set<String> ids);
}
