package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a call is told with its line; what may be a secret is never repeated. */
class CallCheckTest {
    private static final FileSet SHIPPED =
            Generation.load(Home.of(Path.of(System.getProperty("serai.home")))).files();
    private static final String STRATEGY = "routes/strategies/strategy-inbound.camel.yaml";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url: 'https://crm.example.com/customers/${body.userData[number]}?full=1'",
                "url: 'https://crm.example.com/?api_key=secret(env:CRM_KEY)&to=${body.to}'",
                "url: 'https://crm.example.com/?token=${body.userData[token]}'",
                "url: 'http://127.0.0.1:8080/?keyword=token'",
                "url: 'https://crm.example.com/', headers: 'Authorization: Bearer secret(file:/run/secrets/crm)'",
            })
    void aCallShouldPass(String parameters) {
        assertThat(check(parameters)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "url: 'ftp://crm.example.com/' | 'url' of step 'ask': the address does not begin with http:// or https:// and the name of a server",
                "url: 'https://jo:hunter2@crm.example.com/' | user names and passwords have no place there",
                "url: 'https://${body.host}/' | expressions, user names and passwords have no place there",
                "url: 'https://crm.example.com/#hunter2' | has a fragment (#), which no server is told of",
                "url: 'https://crm.example.com/${body.to' | is an expression that is never closed",
                "url: 'https://crm.example.com/${body..}' | 'url' of step 'ask': Simple expression '${body..}' does not parse",
                "url: 'https://crm.example.com/a b' | 'url' of step 'ask': Illegal character",
                "url: 'https://crm.example.com/?full=1&api_key=hunter2' | query parameter 'api_key' looks like a credential; write secret(env:NAME) or secret(file:/path) in its place, never the secret itself",
                "url: 'https://crm.example.com/?Access%5FToken=hunter2' | query parameter 'Access_Token' looks like a credential",
                "url: 'https://crm.example.com/?password=hunter2' | query parameter 'password' looks like a credential",
                "url: 'https://crm.example.com/secret(env:X)/' | a secret has no place in the path of an address",
                "url: 'https://crm.example.com/?key=secret(hunter2)' | expected a reference to the secret, env:NAME or file:/absolute/path",
                "url: 'https://crm.example.com/', headers: 'Authorization: Bearer hunter2' | 'headers' of step 'ask': header 'Authorization' looks like a credential; write secret(env:NAME)",
                "url: 'https://crm.example.com/', headers: 'X-Api_Key: hunter2' | header 'X-Api_Key' looks like a credential",
                "url: 'https://crm.example.com/', headers: 'X-Key: secret(hunter2)' | expected a reference to the secret",
                "url: 'https://crm.example.com/', headers: 'Host: elsewhere' | 'Host' is set by the hub",
                "url: 'https://crm.example.com/', headers: 'X Y: z' | 'X Y' is no name of a header",
                "url: 'https://crm.example.com/', method: GET, body: 'a = 1' | 'body' of step 'ask': a GET has none; set the method to POST, PUT or PATCH",
                "url: 'https://crm.example.com/', attach: 'tier = customer/tier' | 'attach' of step 'ask': ",
                "url: 'https://crm.example.com/', maxResponse: 1GB | 'maxResponse' of step 'ask': 1GB is more than 4MB",
                "url: 'https://crm.example.com/', breakerFailures: 0 | 'breakerFailures' of step 'ask': 0 is not within 1 to 1000",
                "url: 'http://crm.example.com/' | warning: step 'ask' asks crm.example.com over http: everybody on the way can read it; use https",
            })
    void aCallThatCannotBeMadeShouldBeToldAtItsLine(String parameters, String reason) {
        assertThat(check(parameters))
                .singleElement()
                .asString()
                .startsWith(STRATEGY + ":10: ")
                .contains(reason)
                .doesNotContain("hunter2");
    }

    private static List<Problem> check(String parameters) {
        String strategy = """
                - route:
                    id: strategy-inbound
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        - to:
                            id: ask
                            uri: kamelet:call-action
                            parameters:
                              {%s}
                """.formatted(parameters);
        String kamelet = "routes/kamelets/call-action.kamelet.yaml";
        Map<String, String> files =
                Map.of(STRATEGY, strategy, kamelet, SHIPPED.text(kamelet).orElseThrow());
        Problems problems = new Problems();
        new CallCheck(new Catalog()).check(Generation.of(FileSet.ofTexts(files)), problems);
        return problems.list();
    }
}
