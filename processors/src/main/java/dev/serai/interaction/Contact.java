package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The person an interaction is with. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(InteractionId id, @Nullable String name, String address) {}
