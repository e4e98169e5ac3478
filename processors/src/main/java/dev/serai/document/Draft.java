package dev.serai.document;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One operation before its values are looked at.
 *
 * @param tree as the JSON form writes it, whatever the form was
 * @param where its values stand
 */
record Draft(JsonNode tree, Where where) {}
