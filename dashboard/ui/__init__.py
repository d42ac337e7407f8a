"""The pages' common parts: language, sidebar, links, states; the only room that knows Streamlit."""
