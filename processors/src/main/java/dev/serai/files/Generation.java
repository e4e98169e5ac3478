package dev.serai.files;

import dev.serai.calendar.BusinessCalendar;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The immutable set of all live route and config files with what they define. A file with errors defines nothing, or
 * what could be understood of it: ask {@link #problems()} before making a generation live.
 */
public final class Generation {
    private static final String ATTACHMENTS = "config/responses/attachments/";
    private final FileSet files;
    private final Definitions definitions;
    private final List<Problem> problems;

    Generation(FileSet files, Definitions definitions, List<Problem> problems) {
        this.files = files;
        this.definitions = definitions;
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads the files of a home folder as one set.
     *
     * @throws java.io.UncheckedIOException when a folder cannot be read; bad content never throws
     */
    public static Generation load(Home home) {
        return of(FileSetReader.read(home));
    }

    /** The generation of a set of files, such as one that was stored. */
    public static Generation of(FileSet files) {
        return new GenerationReader(files).read();
    }

    /** The SHA-256 over all paths and contents, 64 hex digits: the generation's name. */
    public String id() {
        return files.id();
    }

    /** The files themselves. */
    public FileSet files() {
        return files;
    }

    /** What reading alone found wrong; {@code check} finds more. */
    public List<Problem> problems() {
        return problems;
    }

    /** The tenants; {@link TenantName#DEFAULT} is always among them. */
    public Map<TenantName, TenantDefinition> tenants() {
        return definitions.tenants();
    }

    /** The mailboxes. */
    public Map<PointName, MailboxDefinition> mailboxes() {
        return points(MailboxDefinition.class);
    }

    /**
     * The capture points of one kind.
     *
     * @param kind the class of its definitions
     */
    public <T extends PointDefinition> Map<PointName, T> points(Class<T> kind) {
        return definitions.points().of(kind);
    }

    /** What the file of a capture point says, whatever its kind. */
    public Optional<PointDefinition> pointDefinition(PointName name) {
        return definitions.points().find(name);
    }

    /** The same for all capture points, by name. */
    public Stream<PointDefinition> pointDefinitions() {
        return definitions.points().all();
    }

    /** What takes or composes mail, by name: mailboxes and web forms. */
    public Stream<MailPoint> mailPoints() {
        return pointDefinitions().filter(MailPoint.class::isInstance).map(MailPoint.class::cast);
    }

    /** A point that takes or composes mail. */
    public Optional<MailPoint> mailPoint(PointName name) {
        return pointDefinition(name).filter(MailPoint.class::isInstance).map(MailPoint.class::cast);
    }

    /** A capture point of any kind. */
    public Optional<PointDefaults> point(PointName name) {
        return pointDefinition(name).map(PointDefinition::point);
    }

    /** All capture points, whatever their kind. */
    public Stream<PointDefaults> points() {
        return pointDefinitions().map(PointDefinition::point);
    }

    /** The Kafka clusters by name. */
    public Map<String, KafkaClusterDefinition> kafkaClusters() {
        return definitions.kafkaClusters();
    }

    /** The accounts. */
    public Map<AccountName, AccountDefinition> accounts() {
        return definitions.accounts();
    }

    /** The queues, the hub's own among them. */
    public Map<QueueName, QueueDefinition> queues() {
        return definitions.queues();
    }

    /** Whose a queue is; empty where it is shared or not declared. */
    public Optional<TenantName> tenantOf(QueueName queue) {
        return Optional.ofNullable(queues().get(queue)).flatMap(QueueDefinition::tenant);
    }

    /** The calendars of business hours by name. */
    public Map<String, BusinessCalendar> calendars() {
        return definitions.calendars();
    }

    /** The calendar that a queue's times are counted by; empty = around the clock. */
    public Optional<BusinessCalendar> hours(QueueName queue) {
        return Optional.ofNullable(queues().get(queue))
                .flatMap(QueueDefinition::hours)
                .map(calendars()::get);
    }

    /** The transformer chains. */
    public TransformersDefinition transformers() {
        return definitions.transformers();
    }

    /** The route files by route id. */
    public SortedMap<String, RouteFile> routes() {
        return definitions.routes();
    }

    /** The kamelets by name. */
    public Map<String, KameletDefinition> kamelets() {
        return definitions.kamelets();
    }

    /** The strategy of a queue. */
    public Optional<RouteFile> strategy(QueueName queue) {
        return Optional.ofNullable(routes().get("strategy-" + queue));
    }

    /** The test files of the strategies by path. */
    public SortedMap<String, String> strategyTests() {
        return files.texts("routes/", ".test.yaml");
    }

    /** The screening rule files by path. */
    public SortedMap<String, String> screening() {
        return files.texts("config/screening/", ".yaml");
    }

    /** The files of databases that lookups may ask, by path. */
    public SortedMap<String, String> databases() {
        return files.texts("config/databases/", ".yaml");
    }

    /** The named queries by path. */
    public SortedMap<String, String> queries() {
        return files.texts("sql/queries/", ".sql");
    }

    /** The statements of database points by path. */
    public SortedMap<String, String> pointStatements() {
        return files.texts(SqlPointDefinition.FOLDER, ".sql");
    }

    /** The sets of categories by path. */
    public SortedMap<String, String> categories() {
        return files.texts("config/categories/", ".yaml");
    }

    /** The files with patterns of bounces by path. */
    public SortedMap<String, String> bounces() {
        return files.texts("config/bounces/", ".yaml");
    }

    /** The texts and HTML texts of the responses by path. */
    public SortedMap<String, String> responses() {
        SortedMap<String, String> responses = files.texts("config/responses/", ".txt");
        responses.putAll(files.texts("config/responses/", ".html"));
        responses.keySet().removeIf(path -> path.startsWith(ATTACHMENTS));
        return responses;
    }

    /** The texts and HTML texts of the layouts of quoted mail by path. */
    public SortedMap<String, String> layouts() {
        return written("config/layouts/");
    }

    /** The texts and HTML texts of the signatures by path. */
    public SortedMap<String, String> signatures() {
        return written("config/signatures/");
    }

    private SortedMap<String, String> written(String folder) {
        SortedMap<String, String> written = files.texts(folder, ".txt");
        written.putAll(files.texts(folder, ".html"));
        return written;
    }

    /** The names of the files that responses may attach; {@link #responseAttachment} has the bytes. */
    public Set<String> responseAttachments() {
        return files.paths().stream()
                .filter(path -> path.startsWith(ATTACHMENTS))
                .map(path -> path.substring(ATTACHMENTS.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The bytes of a file that responses may attach. */
    public Optional<byte[]> responseAttachment(String name) {
        return files.bytes(ATTACHMENTS + name);
    }

    /** The steps that call kamelets of ours, by key. */
    public Map<String, StepDefinition> steps() {
        return definitions.steps();
    }

    /** A step by its key, {@code <routeId>/<stepId>}. */
    public Optional<StepDefinition> findStep(String key) {
        return Optional.ofNullable(steps().get(key));
    }

    /**
     * A step that a running route names.
     *
     * @throws IllegalArgumentException when this generation has no such step
     */
    public StepDefinition step(String key) {
        return findStep(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no step '" + key + "' in generation " + id() + Nearest.hint(key, steps().keySet())));
    }

    /** What Camel loads, in this order: kamelets, what routes share, routes. */
    public List<CamelResource> camelRoutes() {
        return definitions.camel();
    }
}
