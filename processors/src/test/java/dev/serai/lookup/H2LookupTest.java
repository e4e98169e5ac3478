package dev.serai.lookup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

class H2LookupTest extends LookupContract {
    private String url = "";

    @Override
    String database(Path folder) {
        url = "jdbc:h2:" + folder.resolve("customers").toAbsolutePath() + ";DB_CLOSE_DELAY=-1";
        return "url: '" + url + "'\nusername: sa\n";
    }

    @Override
    Connection connect() throws SQLException {
        return connect(url, "sa", "");
    }

    @Override
    String slow() {
        return "select count(*) as slow from system_range(1, 2000000) a cross join system_range(1, 2000000) b"
                + " where mod(a.x * b.x, 7) = 8";
    }
}
