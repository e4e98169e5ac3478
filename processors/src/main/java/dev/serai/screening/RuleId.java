package dev.serai.screening;

/** How a rule is referred to: {@code group/name}. */
record RuleId(String group, String name) {
    @Override
    public String toString() {
        return group + "/" + name;
    }
}
