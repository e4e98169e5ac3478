package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A person or role on a mail: display name where there is one, and address. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Party(@Nullable String name, String address) {}
