package dev.serai.strategy;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way out, as decisions need it. */
public interface Outgoing {

    /**
     * Composes an answer to an interaction, before any transaction.
     *
     * @throws StrategyException when it cannot be written, such as without any account
     */
    Prepared prepare(Interaction parent, OutboundDraft draft) throws StrategyException;

    /**
     * Makes an outbound interaction ready to leave, before any transaction: its account, and what outbound transformers
     * make of it.
     *
     * @param account by which it leaves; null for the one that its origin says
     * @throws StrategyException when there is no account for it
     */
    Leaving leave(Interaction outbound, @Nullable AccountName account) throws StrategyException;

    /** What is known of an outbound interaction beside what it says; empty when the hub did not compose it. */
    Optional<Written> written(Interaction outbound);

    /** An interaction of a thread; empty when it is gone. */
    Optional<Interaction> find(String tenant, InteractionId id);

    /** An outbound mail that is ready to be handed over. */
    interface Leaving extends AutoCloseable {

        /** Hands the locked interaction to the dispatcher. */
        void send(Tx tx, WorkRow locked, Interaction outbound, By by);

        /** Bytes that it will write, roughly. */
        long bytes();

        /** Lets go of what was made. */
        @Override
        void close();
    }

    /** An answer that is composed and not yet stored. */
    interface Prepared extends AutoCloseable {

        /** Stores it, and puts it into the queue outbound. */
        void insert(Tx tx, By by);

        /** Bytes that it will write, roughly. */
        long bytes();

        /** Lets go of what was spooled. */
        @Override
        void close();
    }
}
