package dev.serai.strategy;

import dev.serai.decision.Decision;
import dev.serai.decision.DecisionCode;
import dev.serai.interaction.OutboundDraft.Kind;
import org.jspecify.annotations.Nullable;

/** Lets decision code of {@code lib/} decide, and takes what it wants into the run's own decision. */
final class BeanAction extends Action {
    private static final AutomaticReplyAction ACKNOWLEDGE = new AutomaticReplyAction(Kind.ACKNOWLEDGEMENT);
    private static final AutomaticReplyAction AUTORESPOND = new AutomaticReplyAction(Kind.AUTORESPONSE);

    @Override
    void act(Step step) throws StrategyException {
        Decision decision = decided(step);
        decision.priority().ifPresent(step.run()::priority);
        decision.data().forEach((key, value) -> step.run().attach(key, Scalars.plain(value)));
        step.did(effect(decision));
        for (Decision.Reply reply : decision.replies()) {
            (reply.acknowledgement() ? ACKNOWLEDGE : AUTORESPOND).reply(step, reply.response());
        }
        Ending ending = ending(step, decision);
        if (ending != null) {
            step.end(ending);
            step.exchange().setRouteStop(true); // as the kamelets of endings do behind their step
        }
    }

    private static Decision decided(Step step) throws StrategyException {
        try {
            DecisionCode code = step.run().playbook().codes().of(step.definition());
            Decision decision = code.decide(DecisionView.of(step.run()));
            if (decision == null) { // the code is not ours
                throw new IllegalStateException("it returned null; Decision.goOn() is for no decision");
            }
            return decision;
        } catch (DecisionCodes.Missing missing) {
            throw failed(step, String.valueOf(missing.getMessage()), missing);
        } catch (InterruptedException overrun) {
            Thread.currentThread().interrupt();
            throw failed(step, "it took longer than the run may", overrun);
        } catch (Exception | LinkageError | StackOverflowError failure) {
            throw failed(step, words(step, failure), failure);
        }
    }

    private static String words(Step step, Throwable failure) {
        String message = failure.getMessage();
        String said = message == null
                ? ""
                : ": " + message.strip().lines().findFirst().orElse("");
        return step.definition().get("class") + " failed with "
                + failure.getClass().getSimpleName() + said;
    }

    private static StrategyException failed(Step step, String words, Throwable cause) {
        return new StrategyException(
                step.definition().place() + ": step '" + step.definition().id() + "': " + words, cause);
    }

    private static String effect(Decision decision) {
        StringBuilder effect = new StringBuilder(decision.because().isEmpty() ? "decided" : decision.because());
        decision.data()
                .forEach((key, value) ->
                        effect.append("; ").append(key).append(" = ").append(Scalars.plain(value)));
        decision.priority().ifPresent(priority -> effect.append("; priority ").append(priority));
        return effect.toString();
    }

    private static @Nullable Ending ending(Step step, Decision decision) throws StrategyException {
        return switch (decision.ending()) {
            case NONE -> null;
            case PLACE -> new Ending.Place(Queues.declared(step, decision.target(), "places"));
            case HOLD ->
                new Ending.Hold(
                        decision.until().orElse(null),
                        decision.because().isEmpty() ? "held by strategy" : decision.because());
            case STOP -> new Ending.Stop(decision.target().isEmpty() ? "completed" : decision.target());
            case SEND -> SendAction.ending(step, "");
        };
    }
}
