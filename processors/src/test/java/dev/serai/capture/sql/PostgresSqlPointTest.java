package dev.serai.capture.sql;

class PostgresSqlPointTest extends SqlPointContract {
    @Override
    Foreign database() {
        return Foreign.postgres();
    }
}
