package dev.serai.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keeps the hub itself: single roles, and pauses. */
public final class OperateTable {
    /** The kind of the mark that an account was resumed, and when: nodes that pause it by themselves try it again. */
    public static final String RESUMED = "account-resumed";

    private final Sql sql;

    OperateTable(Sql sql) {
        this.sql = sql;
    }

    /** True when the role is now the owner's until the given time. */
    public boolean takeRole(String role, String owner, Instant until, Instant now) {
        int taken = sql.update("role-take")
                .bind("role", role)
                .bind("owner", owner)
                .bind("until", Sql.time(until))
                .bind("now", Sql.time(now))
                .execute();
        return taken == 1 || insertRole(role, owner, until);
    }

    public void releaseRole(String role, String owner, Instant now) {
        sql.update("role-release")
                .bind("role", role)
                .bind("owner", owner)
                .bind("now", Sql.time(now))
                .execute();
    }

    /** Renews what the owner has of these roles and takes what nobody has; yields those that are the owner's now. */
    public Set<String> takeRoles(Set<String> roles, String owner, Instant until, Instant now) {
        if (roles.isEmpty()) {
            return Set.of();
        }
        Set<String> taken = new HashSet<>(sql.query("roles-takeable")
                .bindList("roles", List.copyOf(roles))
                .bind("owner", owner)
                .bind("now", Sql.time(now))
                .mapTo(String.class)
                .list());
        if (!taken.isEmpty()) {
            sql.update("roles-take")
                    .bindList("roles", List.copyOf(taken))
                    .bind("owner", owner)
                    .bind("until", Sql.time(until))
                    .execute();
        }
        return taken;
    }

    /** Takes those of the roles that nobody ever had; yields them. */
    public Set<String> takeNewRoles(Set<String> roles, String owner, Instant until) {
        if (roles.isEmpty()) {
            return Set.of();
        }
        Set<String> fresh = new HashSet<>(roles);
        sql.query("roles-known")
                .bindList("roles", List.copyOf(roles))
                .mapTo(String.class)
                .forEach(fresh::remove);
        fresh.removeIf(role -> !insertRole(role, owner, until));
        return fresh;
    }

    public void releaseRoles(Set<String> roles, String owner, Instant now) {
        if (!roles.isEmpty()) {
            sql.update("roles-release")
                    .bindList("roles", List.copyOf(roles))
                    .bind("owner", owner)
                    .bind("now", Sql.time(now))
                    .execute();
        }
    }

    /** Ends all roles, whoever has them. */
    public void releaseRoles(Instant now) {
        sql.update("role-release-all").bind("now", Sql.time(now)).execute();
    }

    /** Who has a role and until when. */
    public Optional<Role> role(String role) {
        return sql.query("role-load")
                .bind("role", role)
                .map((row, context) -> new Role(row.getString("owner"), new Row(row).time("until")))
                .findOne();
    }

    public void pause(String kind, String name, Instant now) {
        sql.update("paused-insert")
                .bind("kind", kind)
                .bind("name", name)
                .bind("now", Sql.time(now))
                .execute();
    }

    public void resume(String kind, String name) {
        sql.update("paused-delete").bind("kind", kind).bind("name", name).execute();
    }

    /** Lets an account go on, at once on every node. */
    public void resumeAccount(String name, Instant now) {
        resume("account", name);
        resume(RESUMED, name);
        pause(RESUMED, name, now);
    }

    /** Since when an operator has something stopped; empty when it runs. */
    public Optional<Instant> pausedSince(String kind, String name) {
        return sql.query("paused-since")
                .bind("kind", kind)
                .bind("name", name)
                .map((row, context) -> new Row(row).time("since"))
                .findOne();
    }

    public List<Paused> paused() {
        return sql.query("paused-list")
                .map((row, context) ->
                        new Paused(row.getString("kind"), row.getString("name"), new Row(row).time("since")))
                .list();
    }

    public record Role(String owner, Instant until) {}

    /** Something an operator stopped: kind is point, queue, account or replies. */
    public record Paused(String kind, String name, Instant since) {}

    private boolean insertRole(String role, String owner, Instant until) {
        return sql.update("role-insert")
                        .bind("role", role)
                        .bind("owner", owner)
                        .bind("until", Sql.time(until))
                        .execute()
                == 1;
    }
}
