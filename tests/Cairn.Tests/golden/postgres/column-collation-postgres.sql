-- body
CREATE TABLE "words" (
  "word" character varying(255) COLLATE "C"
);
