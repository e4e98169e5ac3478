package dev.serai.capture.sql;

import dev.serai.capture.sql.CellReader.Unreadable;
import dev.serai.document.Digests;
import dev.serai.document.Document;
import dev.serai.document.Reference;
import dev.serai.document.RowDocument;
import dev.serai.document.RowDocument.Cell;
import dev.serai.lookup.ColumnName;
import dev.serai.lookup.SqlReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of the rows of one statement what they ask for. */
final class RowReader {
    private static final Set<String> OWN = Set.of("id", "externalid", "interactionid", "version", "operation");
    private static final Set<Integer> STREAMED =
            Set.of(Types.CLOB, Types.NCLOB, Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.SQLXML, Types.BLOB);
    private static final int NAME = 60;

    private final Section section;
    private final List<Column> columns;
    private final Set<String> bound;
    private final boolean hasNames;

    /** @param bound the columns that other statements name, as {@link Parameters#key} has them */
    RowReader(Section section, List<Column> columns, Set<String> bound) {
        this.section = section;
        this.columns = columns;
        this.bound = bound;
        this.hasNames = columns.stream().anyMatch(column -> isName(column.key()));
    }

    /** Whether a column names the interaction, so that {@code id} is the row's alone. */
    private boolean isName(String key) {
        return key.equals("externalid") || (key.equals("interactionid") && section == Section.CHANGES);
    }

    /** One row while it is read. */
    private static final class Draft {
        private final Map<String, String> own = new HashMap<>();
        private final List<Cell> cells = new ArrayList<>();
        private final Map<String, Bound> bound = new HashMap<>();
        private final StringBuilder content = new StringBuilder();
        private @Nullable String fault;

        @Nullable
        String own(String key) {
            return own.get(key);
        }
    }

    /** @throws SQLException when the connection is gone; what is wrong with the row is said by its document */
    Row read(ResultSet result) throws SQLException {
        Draft draft = new Draft();
        for (Column column : columns) {
            try {
                take(draft, column, result);
            } catch (Unreadable unreadable) {
                fault(draft, column, unreadable.reason());
            } catch (SQLException | RuntimeException failure) {
                SqlReason reason = SqlReason.of(failure);
                if (failure instanceof SQLException gone && reason.isPassing()) {
                    throw gone;
                }
                fault(draft, column, "cannot be read (" + reason.words() + ")");
            }
        }
        return row(draft);
    }

    private static void fault(Draft draft, Column column, String reason) {
        if (draft.fault == null) {
            draft.fault = "column '" + column.label() + "' " + reason;
        }
    }

    private void take(Draft draft, Column column, ResultSet result) throws SQLException, Unreadable {
        String key = column.key();
        if (bound.contains(key) && !STREAMED.contains(column.type())) {
            draft.bound.put(key, new Bound(CellReader.asItIs(result, column), column.type()));
        }
        Object value = CellReader.read(result, column);
        if (bound.contains(key) && STREAMED.contains(column.type())) {
            draft.bound.put(key, Bound.plain(value));
        }
        draft.content.append(key).append('=').append(value).append('\u0000');
        if (!OWN.contains(key)) {
            draft.cells.add(new Cell(column.label(), ColumnName.of(column.label()), value));
        } else if (value != null && !value.toString().isBlank()) {
            draft.own.put(key, value.toString().strip());
        }
    }

    private Row row(Draft draft) {
        String id = draft.own("id");
        String externalId = hasNames ? draft.own("externalid") : id;
        Reference reference = new Reference(draft.own("interactionid"), externalId, null);
        String name = id != null ? id : externalId != null ? externalId : String.valueOf(reference.id());
        String version = draft.own("version");
        String state = version == null ? Digests.sha256(draft.content.toString()) : "v" + version;
        String key = section.word() + ":" + name + ":" + state;
        Document document = document(draft, reference, Digests.sha256(key));
        String told = name.length() > NAME ? name.substring(0, NAME) : name;
        return new Row(key, version != null, told, externalId, document, draft.bound, draft.content.length());
    }

    private Document document(Draft draft, Reference reference, String digest) {
        String fault = draft.fault;
        if (fault != null) {
            return RowDocument.refused(reference, digest, fault);
        }
        String operation = draft.own("operation");
        boolean submits = section == Section.CAPTURE || "submit".equals(operation);
        if (submits && reference.externalId() == null) {
            String expected =
                    hasNames ? "its column external_id is null or empty" : "expected a column external_id or id";
            return RowDocument.refused(
                    reference, digest, "the row has nothing to know it by when it comes again: " + expected);
        }
        return RowDocument.of(
                section == Section.CAPTURE ? "submit" : operation == null ? "update" : operation,
                reference,
                draft.cells,
                digest);
    }
}
