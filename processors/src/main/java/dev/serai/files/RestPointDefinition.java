package dev.serai.files;

/** A REST capture point as its route file describes it. */
public record RestPointDefinition(PointDefaults point) implements PointDefinition {
    @Override
    public String source() {
        return "/api/v1/capture-points/" + name() + "/operations";
    }

    @Override
    public boolean isAsked() {
        return true;
    }
}
