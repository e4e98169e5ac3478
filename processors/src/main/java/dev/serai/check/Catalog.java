package dev.serai.check;

import java.util.List;
import java.util.Optional;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.LanguageValidationResult;

/** Camel's own knowledge of its components and languages; loaded at first use. */
final class Catalog {
    private final CamelCatalog camel = new DefaultCamelCatalog(true);

    /** The schemes of all components that Camel has. */
    List<String> components() {
        return camel.findComponentNames();
    }

    /** What is wrong with an endpoint's options. */
    EndpointValidationResult validate(String uri) {
        return camel.validateEndpointProperties(uri);
    }

    /** The options of a component's endpoints. */
    List<String> options(String scheme) {
        var model = camel.componentModel(scheme);
        return model == null
                ? List.of()
                : model.getEndpointOptions().stream()
                        .map(option -> option.getName())
                        .toList();
    }

    /** Why a Simple text does not parse. */
    Optional<String> simple(String text, boolean predicate) {
        ClassLoader loader = Catalog.class.getClassLoader();
        LanguageValidationResult result = predicate
                ? camel.validateLanguagePredicate(loader, "simple", text)
                : camel.validateLanguageExpression(loader, "simple", text);
        return result.isSuccess() ? Optional.empty() : Optional.of(reason(result));
    }

    private static String reason(LanguageValidationResult result) {
        String shortError = result.getShortError();
        String reason = shortError == null ? result.getError() : shortError;
        int newLine = reason.indexOf('\n');
        return (newLine < 0 ? reason : reason.substring(0, newLine)).strip();
    }
}
