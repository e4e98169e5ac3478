package dev.serai.capture.jms;

import dev.serai.capture.CapturePoints;
import dev.serai.point.Outlets;
import jakarta.jms.ConnectionFactory;

/**
 * What all JMS capture points work with.
 *
 * @param outlets send what points answer
 * @param broker gives connections that are closed after use
 */
record JmsPlace(CapturePoints points, Outlets outlets, ConnectionFactory broker) {}
