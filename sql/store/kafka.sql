-- name: kafka-positions
select * from kafka_position where tenant = :tenant and point = :point and topic = :topic

-- name: kafka-position-insert
insert into kafka_position (tenant, point, cluster_id, topic_id, partition_no, topic, next_offset, moved_at)
values (:tenant, :point, :cluster, :topicId, :partition, :topic, :next, :now) on conflict do nothing

-- name: kafka-position-begin
update kafka_position set unfinished = true
where tenant = :tenant and point = :point and cluster_id = :cluster and topic_id = :topicId and partition_no = :partition
and next_offset = :from

-- name: kafka-position-attempt
update kafka_position set attempts = attempts + 1
where tenant = :tenant and point = :point and cluster_id = :cluster and topic_id = :topicId and partition_no = :partition
and next_offset = :from

-- name: kafka-position-take-back
update kafka_position set attempts = attempts - 1
where tenant = :tenant and point = :point and cluster_id = :cluster and topic_id = :topicId and partition_no = :partition
and next_offset = :from and attempts > 0

-- name: kafka-position-attempts
select attempts from kafka_position
where tenant = :tenant and point = :point and cluster_id = :cluster and topic_id = :topicId and partition_no = :partition

-- name: kafka-position-set
update kafka_position set next_offset = :next, attempts = 0, unfinished = false, moved_at = :now
where tenant = :tenant and point = :point and cluster_id = :cluster and topic_id = :topicId and partition_no = :partition
and next_offset = :from

-- name: kafka-position-retire
update kafka_position set unfinished = false
where tenant = :tenant and point = :point and topic = :topic and unfinished and not (cluster_id = :cluster and topic_id = :topicId)
