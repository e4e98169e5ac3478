package dev.serai.files;

import dev.serai.calendar.BusinessCalendar;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** All that the files of a generation define. */
record Definitions(
        Map<TenantName, TenantDefinition> tenants,
        Points points,
        Map<String, KafkaClusterDefinition> kafkaClusters,
        Map<AccountName, AccountDefinition> accounts,
        Map<QueueName, QueueDefinition> queues,
        Map<String, BusinessCalendar> calendars,
        TransformersDefinition transformers,
        SortedMap<String, RouteFile> routes,
        Map<String, KameletDefinition> kamelets,
        Map<String, StepDefinition> steps,
        List<CamelResource> camel) {}
