-- As @strapi/database 5.54.0 made it on postgres. Recorded by Recorders/record.sh; not edited by hand.
CREATE TABLE public.strapi_migrations (
    id integer NOT NULL,
    name character varying(255),
    "time" timestamp without time zone
);
CREATE SEQUENCE public.strapi_migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.strapi_migrations_id_seq OWNED BY public.strapi_migrations.id;
CREATE TABLE public.strapi_migrations_internal (
    id integer NOT NULL,
    name character varying(255),
    "time" timestamp without time zone
);
CREATE SEQUENCE public.strapi_migrations_internal_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.strapi_migrations_internal_id_seq OWNED BY public.strapi_migrations_internal.id;
ALTER TABLE ONLY public.strapi_migrations ALTER COLUMN id SET DEFAULT nextval('public.strapi_migrations_id_seq'::regclass);
ALTER TABLE ONLY public.strapi_migrations_internal ALTER COLUMN id SET DEFAULT nextval('public.strapi_migrations_internal_id_seq'::regclass);
INSERT INTO public.strapi_migrations VALUES (1, '2024.01.01T12.00.00.create-users.js', '2026-11-21 05:08:58.379');
INSERT INTO public.strapi_migrations VALUES (2, '2024.02.15T09.30.00.add-orders.js', '2026-11-21 05:08:58.387');
INSERT INTO public.strapi_migrations VALUES (3, '2024.03.01T08.00.00.add-notes.js', '2026-11-21 05:08:58.39');
INSERT INTO public.strapi_migrations_internal VALUES (1, '5.0.0-rename-identifiers-longer-than-max-length', '2026-11-21 05:08:58.405');
INSERT INTO public.strapi_migrations_internal VALUES (2, '5.0.0-02-created-document-id', '2026-11-21 05:08:58.406');
INSERT INTO public.strapi_migrations_internal VALUES (3, '5.0.0-03-created-locale', '2026-11-21 05:08:58.413');
INSERT INTO public.strapi_migrations_internal VALUES (4, '5.0.0-04-created-published-at', '2026-11-21 05:08:58.419');
INSERT INTO public.strapi_migrations_internal VALUES (5, '5.0.0-05-drop-slug-fields-index', '2026-11-21 05:08:58.42');
INSERT INTO public.strapi_migrations_internal VALUES (6, '5.0.0-06-add-document-id-indexes', '2026-11-21 05:08:58.423');
SELECT pg_catalog.setval('public.strapi_migrations_id_seq', 3, true);
SELECT pg_catalog.setval('public.strapi_migrations_internal_id_seq', 6, true);
ALTER TABLE ONLY public.strapi_migrations_internal
    ADD CONSTRAINT strapi_migrations_internal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.strapi_migrations
    ADD CONSTRAINT strapi_migrations_pkey PRIMARY KEY (id);
