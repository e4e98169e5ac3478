package dev.serai.rest;

/** One verb of the API. What it throws becomes a problem document. */
@FunctionalInterface
interface ApiHandler {
    ApiResponse handle(ApiRequest request) throws Exception;
}
