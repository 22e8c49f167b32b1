-- Run once as a superuser of your PostgreSQL (15 or later): psql -f logins.sql
-- The owner makes tables and runs migrations; the server's login owns nothing and passes by no row policy.

create role open12345_owner login password 'CHANGE-ME' nosuperuser nobypassrls;
create role open12345_server login password 'CHANGE-ME' nosuperuser nobypassrls nocreatedb nocreaterole;

create database open12345 owner open12345_owner encoding 'UTF8' locale 'C.UTF-8' template template0;
revoke connect, temporary on database open12345 from public;
grant connect on database open12345 to open12345_server;
