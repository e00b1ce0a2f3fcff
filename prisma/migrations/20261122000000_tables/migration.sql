-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "audit_outcome" AS ENUM ('done', 'refused');

-- CreateEnum
CREATE TYPE "award_form" AS ENUM ('order', 'medal', 'state_honour', 'state_prize', 'commemorative_medal', 'diploma', 'merit_certificate');

-- CreateEnum
CREATE TYPE "recipient_kind" AS ENUM ('individual', 'collective', 'household');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('exact', 'at_least', 'about');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('meeting', 'door_to_door', 'festival', 'other', 'loudspeaker', 'loudspeaker_car', 'leaflet', 'post');

-- CreateEnum
CREATE TYPE "rural_level" AS ENUM ('standard', 'advanced', 'exemplary');

-- CreateEnum
CREATE TYPE "model_block" AS ENUM ('residential', 'agency', 'enterprise', 'school');

-- CreateEnum
CREATE TYPE "model_principle" AS ENUM ('self_prevention', 'self_management', 'self_protection', 'self_mediation');

-- CreateEnum
CREATE TYPE "recognition_level" AS ENUM ('commune', 'city', 'ministry');

-- CreateEnum
CREATE TYPE "point_status" AS ENUM ('proposed', 'approved', 'piloting', 'active', 'consolidating', 'suspended', 'ended');

-- CreateEnum
CREATE TYPE "point_origin" AS ENUM ('new', 'replicated');

-- CreateEnum
CREATE TYPE "point_end" AS ENUM ('merged', 'removed', 'finished');

-- CreateEnum
CREATE TYPE "point_grade" AS ENUM ('effective', 'average', 'poor');

-- CreateEnum
CREATE TYPE "unit_type" AS ENUM ('ward', 'commune', 'township');

-- CreateEnum
CREATE TYPE "succession_kind" AS ENUM ('whole', 'unchanged', 'part', 'remainder');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('ward_officer', 'ward_chief', 'city_officer', 'leader', 'administrator');

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "user_name" TEXT NOT NULL,
    "role" "role",
    "action" TEXT NOT NULL,
    "outcome" "audit_outcome" NOT NULL DEFAULT 'done',
    "unit_id" INTEGER,
    "subject_id" TEXT,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "address" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award" (
    "id" UUID NOT NULL,
    "form" "award_form" NOT NULL,
    "recipient_kind" "recipient_kind" NOT NULL,
    "recipient_name" TEXT NOT NULL,
    "recipient_title" TEXT,
    "unit_id" INTEGER,
    "issuer" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decision_date" DATE NOT NULL,
    "achievement" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_on" DATE,
    "revoked_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_item" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label_vi" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "code_item_pkey" PRIMARY KEY ("list","code")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "data_version" (
    "domain" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "data_version_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "id" UUID NOT NULL,
    "permission" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outreach_session" (
    "id" UUID NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "channel" "channel" NOT NULL,
    "topics" TEXT[],
    "attendance" INTEGER,
    "attendance_qualifier" "qualifier" NOT NULL DEFAULT 'exact',
    "quantity" INTEGER,
    "vneid_guided" INTEGER,
    "level_two_guided" INTEGER,
    "online_service_guided" INTEGER,
    "weapons_handed_in" INTEGER,
    "pledges" INTEGER,
    "note" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "outreach_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_rollup_channel" (
    "atom" DATE NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "channel" "channel" NOT NULL,
    "sessions" INTEGER NOT NULL,
    "attendances" BIGINT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "at_least" INTEGER NOT NULL,
    "about" INTEGER NOT NULL,
    "vneid_guided" BIGINT NOT NULL,
    "level_two_guided" BIGINT NOT NULL,
    "online_service_guided" BIGINT NOT NULL,
    "weapons_handed_in" BIGINT NOT NULL,
    "pledges" BIGINT NOT NULL,

    CONSTRAINT "session_rollup_channel_pkey" PRIMARY KEY ("atom","unit_id","channel")
);

-- CreateTable
CREATE TABLE "session_rollup_topic" (
    "atom" DATE NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "sessions" INTEGER NOT NULL,
    "attendances" BIGINT NOT NULL,

    CONSTRAINT "session_rollup_topic_pkey" PRIMARY KEY ("atom","unit_id","topic")
);

-- CreateTable
CREATE TABLE "rural_recognition" (
    "id" UUID NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "level" "rural_level" NOT NULL,
    "criteria_set" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decision_date" DATE NOT NULL,
    "revoked_on" DATE,
    "revoked_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rural_recognition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "security_model" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "block" "model_block" NOT NULL,
    "fields" TEXT[],
    "principles" "model_principle"[],
    "core_force" TEXT NOT NULL,
    "mass_mobilization" BOOLEAN NOT NULL DEFAULT false,
    "recognition_level" "recognition_level",
    "recognition_document" TEXT,
    "recognized_on" DATE,
    "nationwide" BOOLEAN NOT NULL DEFAULT false,
    "description" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "security_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_alias" (
    "model_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "is_name" BOOLEAN NOT NULL DEFAULT false,
    "search_key" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "model_alias_pkey" PRIMARY KEY ("model_id","alias")
);

-- CreateTable
CREATE TABLE "model_point" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "site" TEXT NOT NULL,
    "status" "point_status" NOT NULL DEFAULT 'active',
    "origin" "point_origin" NOT NULL DEFAULT 'new',
    "decision" TEXT NOT NULL,
    "started_on" DATE,
    "ended_on" DATE,
    "end_kind" "point_end",
    "end_decision" TEXT,
    "teams" INTEGER,
    "members" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "model_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "point_rating" (
    "point_id" UUID NOT NULL,
    "rated_on" DATE NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "grade" "point_grade" NOT NULL,

    CONSTRAINT "point_rating_pkey" PRIMARY KEY ("point_id","rated_on")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "type" "unit_type" NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "district_code" TEXT,
    "district_name" TEXT,
    "province_code" TEXT,
    "province_name" TEXT,
    "former_area" TEXT,
    "area_km2" DECIMAL(10,2),
    "population" INTEGER,
    "population_note" TEXT,
    "label_lat" DOUBLE PRECISION,
    "label_lon" DOUBLE PRECISION,
    "clause" TEXT,
    "search_key" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_succession" (
    "predecessor_id" INTEGER NOT NULL,
    "successor_id" INTEGER NOT NULL,
    "effective_on" DATE NOT NULL,
    "kind" "succession_kind" NOT NULL,
    "decision" TEXT NOT NULL,
    "clause" TEXT,
    "share" DECIMAL(6,5),
    "note" TEXT,

    CONSTRAINT "unit_succession_pkey" PRIMARY KEY ("predecessor_id","successor_id","effective_on")
);

-- CreateTable
CREATE TABLE "province" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit_count" INTEGER NOT NULL,

    CONSTRAINT "province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "role" "role" NOT NULL,
    "unit_id" INTEGER,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_password" (
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_password_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL DEFAULT '',
    "agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_link" (
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_subject_id_idx" ON "audit_event"("subject_id");

-- CreateIndex
CREATE INDEX "award_decision_date_id_idx" ON "award"("decision_date" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "award_unit_id_idx" ON "award"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_decision_number_decision_date_recipient_name_key" ON "award"("decision_number", "decision_date", "recipient_name");

-- CreateIndex
CREATE INDEX "session_rollup_channel_unit_id_atom_idx" ON "session_rollup_channel"("unit_id", "atom");

-- CreateIndex
CREATE INDEX "session_rollup_topic_unit_id_atom_idx" ON "session_rollup_topic"("unit_id", "atom");

-- CreateIndex
CREATE UNIQUE INDEX "rural_recognition_unit_id_level_criteria_set_decision_date_key" ON "rural_recognition"("unit_id", "level", "criteria_set", "decision_date");

-- CreateIndex
CREATE INDEX "model_point_model_id_idx" ON "model_point"("model_id");

-- CreateIndex
CREATE INDEX "model_point_unit_id_idx" ON "model_point"("unit_id");

-- CreateIndex
CREATE INDEX "unit_succession_successor_id_idx" ON "unit_succession"("successor_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_username_key" ON "app_user"("username");

-- CreateIndex
CREATE UNIQUE INDEX "user_session_token_hash_key" ON "user_session"("token_hash");

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outreach_session" ADD CONSTRAINT "outreach_session_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rural_recognition" ADD CONSTRAINT "rural_recognition_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_alias" ADD CONSTRAINT "model_alias_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "security_model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_point" ADD CONSTRAINT "model_point_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "security_model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_point" ADD CONSTRAINT "model_point_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_rating" ADD CONSTRAINT "point_rating_point_id_fkey" FOREIGN KEY ("point_id") REFERENCES "model_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_password" ADD CONSTRAINT "user_password_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


