package dev.serai.point;

/** The whole contract, for kinds that take documents from a source which is told everything. */
public abstract class DocumentPointContract extends PointContract
        implements SubmitTopic, ChangeTopic, RepeatTopic, RefusalTopic, FateTopic, NewsTopic, DocumentTopic {}
