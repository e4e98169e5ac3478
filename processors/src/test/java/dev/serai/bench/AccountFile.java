package dev.serai.bench;

/** The route file of an account. */
final class AccountFile {
    private AccountFile() {}

    /** @param parameters of `smtp-sink` beside host and sender, such as `port: 25` */
    static String of(String name, String... parameters) {
        return """
                - route:
                    id: dispatch-smtp-%s
                    description: A way out of the benchmark
                    from:
                      uri: direct:dispatch-smtp-%s
                      steps:
                        - to:
                            id: send
                            uri: kamelet:smtp-sink
                            parameters:
                              host: localhost
                              from: Example Support <%s@example.com>
                              %s
                """.formatted(name, name, name, String.join("\n" + " ".repeat(14), parameters));
    }
}
