package dev.serai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who becomes an administrator by the file, and who never does. */
class AdminKeyTest {
    private static final KeyName ADMIN = KeyName.of("admin");

    @TempDir
    Path folder;

    private final KeyText next = KeyText.random(new SecureRandom());
    private Store store;
    private AdminKey admin;

    @BeforeEach
    void open() {
        store = Store.on(Database.open(DatabaseSettings.embedded(
                folder.resolve("database"), Path.of(System.getProperty("serai.home"), "sql"))));
        admin = new AdminKey(folder, store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theFirstKeyShouldBeForTheHubsUserOnly() throws Exception {
        admin.ensure();
        KeyText first = inFile();
        admin.ensure();

        assertThat(Files.getPosixFilePermissions(AdminKey.file(folder)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(inFile().reveal()).isEqualTo(first.reveal());
        assertThat(keys()).singleElement().satisfies(key -> {
            assertThat(key.digest()).isEqualTo(first.digest());
            assertThat(key.roles()).containsExactly(Role.ADMIN);
        });
    }

    @Test
    void aRotatedKeyShouldStayDeadAfterARestart() throws Exception {
        admin.ensure();
        String leaked = Files.readString(AdminKey.file(folder));
        rotate(ADMIN);
        Files.writeString(AdminKey.file(folder), leaked);

        admin.ensure();

        assertThat(keys()).singleElement().extracting(ApiKey::digest).isEqualTo(next.digest());
    }

    @Test
    void theFileShouldHoldTheNewTextOfItsRotatedKey() throws Exception {
        admin.ensure();

        rotate(ADMIN);

        assertThat(inFile().reveal()).isEqualTo(next.reveal());
    }

    @Test
    void theFileShouldStayWhenAnotherKeyIsRotated() throws Exception {
        admin.ensure();
        KeyText first = inFile();
        add("shop", KeyText.random(new SecureRandom()), Role.SUBMIT);

        rotate(KeyName.of("shop"));

        assertThat(inFile().reveal()).isEqualTo(first.reveal());
    }

    @Test
    void theFileShouldStayWhenTheRotationFails() throws Exception {
        admin.ensure();
        KeyText first = inFile();

        assertThatThrownBy(() -> admin.rotating(ADMIN, next, () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(inFile().reveal()).isEqualTo(first.reveal());
        assertThat(folder.resolve("admin.key.next")).doesNotExist();
    }

    @Test
    void aCrashAfterARotationShouldLeaveTheNewTextToTheNextStart() throws Exception {
        admin.ensure();
        new KeyFile(AdminKey.file(folder)).prepare(next);
        store.writeNow(tx -> new KeyBook(tx).rotate(ADMIN, next, "anna"));

        admin.ensure();

        assertThat(inFile().reveal()).isEqualTo(next.reveal());
    }

    @Test
    void theFileOfARevokedKeyShouldGo() throws Exception {
        admin.ensure();
        add("anna", KeyText.random(new SecureRandom()), Role.ADMIN);

        admin.changing(() -> store.writeNow(tx -> new KeyBook(tx).revoke(ADMIN, "anna")));
        admin.ensure();

        assertThat(AdminKey.file(folder)).doesNotExist();
    }

    @Test
    void whoeverRevokedTheLastAdminKeyShouldFindAnotherAfterTheNextStart() throws Exception {
        admin.ensure();
        KeyText first = inFile();
        admin.changing(() -> store.writeNow(tx -> new KeyBook(tx).revoke(ADMIN, "anna")));

        admin.ensure();

        assertThat(inFile().reveal()).isNotEqualTo(first.reveal());
        assertThat(keys()).extracting(key -> key.name().value()).containsExactly("admin", "admin-2");
    }

    @Test
    void theOldTextOfAnyKeyInTheFileShouldMakeNobodyAdmin() throws Exception {
        KeyText old = KeyText.random(new SecureRandom());
        add("shop", KeyText.random(new SecureRandom()), Role.SUBMIT);
        Files.writeString(AdminKey.file(folder), old.reveal());

        admin.ensure();

        assertThat(keys()).extracting(ApiKey::digest).doesNotContain(old.digest());
        assertThat(inFile().reveal()).isNotEqualTo(old.reveal());
    }

    @Test
    void aKeyPutThereBeforeTheFirstStartShouldBeTheFirst() throws Exception {
        Files.writeString(AdminKey.file(folder), next.reveal() + "\n");

        admin.ensure();

        assertThat(keys()).extracting(ApiKey::digest).containsExactly(next.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serai_4", "\u00ff\u0000"})
    void aFileThatACrashLeftHalfWrittenShouldBeWrittenAnew(String half) throws Exception {
        Files.writeString(AdminKey.file(folder), half);

        admin.ensure();

        assertThat(keys()).extracting(ApiKey::digest).containsExactly(inFile().digest());
    }

    @Test
    void anEmptyFileShouldNotRefuseTheStartOfAHubThatHasAdmins() throws Exception {
        add("anna", next, Role.ADMIN);
        Files.writeString(AdminKey.file(folder), "");

        admin.ensure();

        assertThat(keys()).hasSize(1);
    }

    @Test
    void aSecondNodeShouldMakeNoAdmin() throws Exception {
        admin.ensure();

        new AdminKey(folder.resolve("two"), store).ensure();

        assertThat(keys()).hasSize(1);
        assertThat(AdminKey.file(folder.resolve("two"))).doesNotExist();
    }

    private void rotate(KeyName name) {
        Optional<ApiKey> done =
                admin.rotating(name, next, () -> store.writeNow(tx -> new KeyBook(tx).rotate(name, next, "anna")));
        assertThat(done).isPresent();
    }

    private void add(String name, KeyText text, Role role) {
        NewKey wanted = new NewKey(KeyName.of(name), Set.of(role), Set.of(), Optional.empty(), null, null);
        store.writeNow(tx -> new KeyBook(tx).add(wanted, text, "anna"));
    }

    private KeyText inFile() throws IOException {
        return KeyText.parse(Files.readString(AdminKey.file(folder)).strip()).orElseThrow();
    }

    private List<ApiKey> keys() {
        return store.read(tx -> new KeyBook(tx).list());
    }
}
