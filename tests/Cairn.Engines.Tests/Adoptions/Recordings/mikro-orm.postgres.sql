-- As MikroORM 6.6.16 made it on postgres. Recorded by Recorders/record.sh; not edited by hand.
CREATE TABLE public.mikro_orm_migrations (
    id integer NOT NULL,
    name character varying(255),
    executed_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP
);
CREATE SEQUENCE public.mikro_orm_migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mikro_orm_migrations_id_seq OWNED BY public.mikro_orm_migrations.id;
ALTER TABLE ONLY public.mikro_orm_migrations ALTER COLUMN id SET DEFAULT nextval('public.mikro_orm_migrations_id_seq'::regclass);
INSERT INTO public.mikro_orm_migrations VALUES (1, 'Migration20240101120000', '2026-11-21 05:11:05.66866+00');
INSERT INTO public.mikro_orm_migrations VALUES (2, 'Migration20240215093000_add_orders', '2026-11-21 05:11:05.680662+00');
INSERT INTO public.mikro_orm_migrations VALUES (3, 'Migration20240301080000', '2026-11-21 05:11:05.680662+00');
SELECT pg_catalog.setval('public.mikro_orm_migrations_id_seq', 4, true);
ALTER TABLE ONLY public.mikro_orm_migrations
    ADD CONSTRAINT mikro_orm_migrations_pkey PRIMARY KEY (id);
