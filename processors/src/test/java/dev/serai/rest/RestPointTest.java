package dev.serai.rest;

import dev.serai.point.ChangeTopic;
import dev.serai.point.DocumentTopic;
import dev.serai.point.PointContract;
import dev.serai.point.PointDriver;
import dev.serai.point.RefusalTopic;
import dev.serai.point.RepeatTopic;
import dev.serai.point.SubmitTopic;

/** REST points keep the contract of all points. */
class RestPointTest extends PointContract
        implements SubmitTopic, ChangeTopic, RepeatTopic, RefusalTopic, DocumentTopic {

    @Override
    protected PointDriver driver() {
        return new RestPointDriver();
    }
}
