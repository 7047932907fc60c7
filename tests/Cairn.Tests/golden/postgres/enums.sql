-- body
CREATE TYPE "mood" AS ENUM ('sad', 'it''s ok', 'happy');
ALTER TYPE "mood" ADD VALUE 'ecstatic';
ALTER TYPE "mood" ADD VALUE 'angry' BEFORE 'sad';
ALTER TYPE "mood" ADD VALUE 'calm' AFTER 'it''s ok';
DROP TYPE "mood";
DROP TYPE IF EXISTS "mood";
