package dev.serai.rest;

import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.vertx.HttpMessage;

/** Between an exchange and a verb: reads the request, answers, and lets nothing of the request's headers stay. */
final class ApiProcessor implements Processor {
    private final ApiHandler handler;

    ApiProcessor(ApiHandler handler) {
        this.handler = handler;
    }

    @Override
    public void process(Exchange exchange) {
        HttpMessage message = exchange.getMessage(HttpMessage.class);
        byte[] body = message.getBody(byte[].class);
        ApiRequest request = ApiRequest.of(message.getRequest(), body == null ? new byte[0] : body);
        write(exchange.getMessage(), message.getResponse(), request.id(), answer(request));
    }

    private ApiResponse answer(ApiRequest request) {
        try {
            return handler.handle(request);
        } catch (Exception failure) {
            return Problem.of(failure, request.id()).response();
        }
    }

    private static void write(Message message, HttpServerResponse http, String id, ApiResponse response) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, response.status());
        SafeHeaders.api(http, id);
        response.headers().forEach(http::putHeader);
        message.setHeader(Exchange.CONTENT_TYPE, response.headers().getOrDefault("Content-Type", "application/json"));
        message.setBody(response.body() instanceof Download download ? opened(download) : response.body());
    }

    private static InputStream opened(Download download) {
        try {
            return download.open(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the stored bytes cannot be read", unreadable);
        }
    }
}
