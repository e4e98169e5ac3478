package dev.serai.capture.sql;

class H2SqlPointTest extends SqlPointContract {
    @Override
    Foreign database() {
        return Foreign.h2();
    }
}
